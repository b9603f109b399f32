import type { IsoDate } from '../../../values';
import { factsOf, openIn, theProvider, type AgreementFacts } from '../agreement';
import type { Check, Rule } from '../rule';

/** Every agreement is acknowledged by its provider. */
export const rule = {
  id: 'agreement.unacknowledged',
  group: 'dependencies',
  row: 4,
  defaults: { start: 'block', finish: 'block' },
} as const satisfies Rule;

interface Facts extends AgreementFacts {
  readonly neededBy: IsoDate;
}

export const check: Check<Facts> = {
  unmet: ({ charter }) =>
    openIn(charter)
      .filter(({ status }) => status === 'requested')
      .map((agreement) => ({ ...factsOf(agreement), neededBy: agreement.neededBy })),
  who: theProvider,
};
