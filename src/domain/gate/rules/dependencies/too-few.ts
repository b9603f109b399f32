import { tooFew } from '../declaring';
import { theDri, type Check, type Rule } from '../rule';

/** As many agreements are asked for as the policy wants. Whoever said nothing named too few as well, so that a policy
 * which weighs this alone holds them too. */
export const rule = {
  id: 'dependencies.too-few',
  group: 'dependencies',
  row: 2,
  defaults: { start: 'warn', finish: 'block' },
  strict: { start: 'block', finish: 'block' },
  partOf: 'dependencies.undeclared',
} as const satisfies Rule;

interface Facts {
  readonly have: number;
  readonly need: number;
}

export const check: Check<Facts> = {
  path: 'declaring',
  unmet: (subject) => {
    const facts = tooFew(subject);
    return facts ? [facts] : [];
  },
  who: theDri,
};
