import { tooFew } from '../declaring';
import { theDri, type Check, type NoFacts, type Rule } from '../rule';

/** Something was said of what is needed: a name, or that there is none. */
export const rule = {
  id: 'dependencies.undeclared',
  group: 'dependencies',
  row: 1,
  defaults: { start: 'block', finish: 'block' },
} as const satisfies Rule;

export const check: Check<NoFacts> = {
  path: 'declaring',
  unmet: (subject) => (tooFew(subject)?.have === 0 ? [{}] : []),
  who: theDri,
};
