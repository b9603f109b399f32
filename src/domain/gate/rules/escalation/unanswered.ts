import { putAt } from '../../../charter/escalation/escalation';
import type { Instant } from '../../../values';
import type { Check, Rule } from '../rule';
import { factsOf, openIn, theDecider, type QuestionFacts } from '../question';

/** Every question has its decision. Each is a path of its own: over its time, and waiting at all. */
export const rule = {
  id: 'escalation.unanswered',
  group: 'followThrough',
  defaults: { start: 'warn', finish: 'warn' },
} as const satisfies Rule;

interface Facts extends QuestionFacts {
  readonly since: Instant;
}

export const check: Check<Facts> = {
  path: 'question',
  about: ({ escalationId }) => escalationId,
  unmet: ({ charter }) =>
    openIn(charter).map((escalation) => ({ ...factsOf(escalation), since: putAt(escalation) })),
  who: theDecider,
};
