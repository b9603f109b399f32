import type { AccountId, IsoDate } from '../../../values';
import { factsOf, openIn, type AgreementFacts } from '../agreement';
import { theDri, type Check, type Rule } from '../rule';

/** Nothing that was asked for is declined. */
export const rule = {
  id: 'agreement.declined',
  group: 'dependencies',
  row: 6,
  defaults: { start: 'block', finish: 'block' },
  asks: 'promises-answered',
} as const satisfies Rule;

interface Facts extends AgreementFacts {
  /** Whom the provider suggests instead. */
  readonly alternative?: AccountId;
  /** From when on the provider could. */
  readonly availableFrom?: IsoDate;
}

export const check: Check<Facts> = {
  unmet: ({ charter }) =>
    openIn(charter).flatMap((agreement) =>
      agreement.status === 'declined'
        ? [
            {
              ...factsOf(agreement),
              ...(agreement.alternativeAccountId !== undefined && {
                alternative: agreement.alternativeAccountId,
              }),
              ...(agreement.availableFrom !== undefined && { availableFrom: agreement.availableFrom }),
            },
          ]
        : [],
    ),
  who: theDri,
};
