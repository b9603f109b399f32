import { theDri, type Check, type NoFacts, type Rule } from '../rule';

/** What must happen, why now and how success looks is written down. */
export const rule = {
  id: 'brief.incomplete',
  group: 'brief',
  defaults: { start: 'warn', finish: 'block' },
  strict: { start: 'block', finish: 'off' },
} as const satisfies Rule;

export const check: Check<NoFacts> = {
  unmet: ({ charter }) => (charter.brief ? [] : [{}]),
  who: theDri,
};
