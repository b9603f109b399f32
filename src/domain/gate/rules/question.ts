import type { Charter } from '../../charter/charter';
import { isUndecided, type Escalation } from '../../charter/escalation/escalation';
import { addresseeCalendar } from '../../charter/escalation/addressee-calendar';
import { reachedAt } from '../../charter/reach';
import type { ClockPolicy } from '../../policy/clock-policy';
import { hoursAfter } from '../../time/working-hours';
import type { AccountId, Instant } from '../../values';

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

/** When the time is over that the policy gives to decide a question; null while it has reached nobody. */
export function decisionDueAt(escalation: Escalation, policy: ClockPolicy): Instant | null {
  const reached = reachedAt(escalation.raisedAt, escalation);
  const { decisionHours, measure } = policy.clocks;
  return reached && hoursAfter(reached, decisionHours, measure, addresseeCalendar(escalation, policy));
}

export const theDecider = ({ toAccountId }: QuestionFacts): readonly AccountId[] => [toAccountId];
