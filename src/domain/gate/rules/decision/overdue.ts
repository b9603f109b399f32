import type { Instant } from '../../../values';
import type { Check, Rule } from '../rule';
import { decisionDueAt, factsOf, openIn, theDecider, type QuestionFacts } from '../question';

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
      const due = decisionDueAt(escalation, policy);
      return due !== null && Date.parse(due) <= Date.parse(now) ? [{ ...factsOf(escalation), due }] : [];
    }),
  who: theDecider,
};
