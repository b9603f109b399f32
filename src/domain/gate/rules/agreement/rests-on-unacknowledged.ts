import { factsOf, isToCome, openIn, theProvider, type AgreementFacts } from '../agreement';
import type { Check, Rule } from '../rule';

/** What a provider’s own issue needs from others is promised to them. */
export const rule = {
  id: 'agreement.rests-on-unacknowledged',
  group: 'dependencies',
  row: 10,
  defaults: { start: 'warn', finish: 'off' },
} as const satisfies Rule;

export const check: Check<AgreementFacts> = {
  unmet: ({ charter, restsOn }) =>
    openIn(charter)
      .filter((agreement) => isToCome(agreement) && restsOn?.[agreement.id] === 'unacknowledged')
      .map(factsOf),
  who: theProvider,
};
