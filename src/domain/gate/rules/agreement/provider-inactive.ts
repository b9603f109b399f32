import { hasLeft } from '../../people';
import { factsOf, isToCome, openIn, type AgreementFacts } from '../agreement';
import { theDri, type Check, type Rule } from '../rule';

/** Every provider of what is still to come has an active account. */
export const rule = {
  id: 'agreement.provider-inactive',
  group: 'dependencies',
  row: 12,
  defaults: { start: 'block', finish: 'block' },
} as const satisfies Rule;

export const check: Check<AgreementFacts> = {
  unmet: ({ charter, people }) =>
    openIn(charter)
      .filter((agreement) => isToCome(agreement) && hasLeft(people, agreement.providerAccountId))
      .map(factsOf),
  who: theDri,
};
