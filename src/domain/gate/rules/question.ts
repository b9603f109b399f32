import type { Charter } from '../../charter/charter';
import { isUndecided, type Escalation } from '../../charter/escalation/escalation';
import type { AccountId } from '../../values';

/** Which question a finding is about. */
export interface QuestionFacts {
  readonly escalationId: string;
  readonly question: string;
  /** Who is to decide it. */
  readonly toAccountId: AccountId;
}

export const factsOf = ({ id, question, toAccountId }: Escalation): QuestionFacts => ({
  escalationId: id,
  question,
  toAccountId,
});

/** Questions that wait for their decision. */
export const openIn = ({ escalations }: Pick<Charter, 'escalations'>): readonly Escalation[] =>
  escalations.filter(isUndecided);

export const theDecider = ({ toAccountId }: QuestionFacts): readonly AccountId[] => [toAccountId];
