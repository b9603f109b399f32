import { addresseeCalendar } from '../../../charter/escalation/addressee-calendar';
import { reachedAt } from '../../../charter/reach';
import { hoursAfter } from '../../../time/working-hours';
import type { Instant } from '../../../values';
import type { Check, Rule } from '../rule';
import { factsOf, openIn, theDecider, type QuestionFacts } from '../question';

/** No question has waited longer than the policy gives. The time is the escalation’s own: the same hours, counted the same way. */
export const rule = {
  id: 'decision.overdue',
  group: 'followThrough',
  defaults: { start: 'warn', finish: 'warn' },
} as const satisfies Rule;

interface Facts extends QuestionFacts {
  /** When the time that the policy gives was over. */
  readonly due: Instant;
}

export const check: Check<Facts> = {
  path: 'question',
  about: ({ escalationId }) => escalationId,
  unmet: ({ charter, policy }, now) =>
    openIn(charter).flatMap((escalation) => {
      const { decisionHours, measure } = policy.clocks;
      const reached = reachedAt(escalation.raisedAt, escalation);
      if (reached === null) return [];
      const due = hoursAfter(reached, decisionHours, measure, addresseeCalendar(escalation, policy));
      return Date.parse(due) <= Date.parse(now) ? [{ ...factsOf(escalation), due }] : [];
    }),
  who: theDecider,
};
