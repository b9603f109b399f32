import type { Escalation } from '../../../src/domain/charter/escalation/escalation';

/** As much of a question as whoever asked it needs to put it elsewhere, or to take it back. */
export type PutQuestion = Pick<Escalation, 'id' | 'question' | 'raisedBy' | 'toAccountId'>;
