import type { IsoDate } from '../../../values';
import { factsOf, openIn, type AgreementFacts } from '../agreement';
import { theDri, type Check, type Rule } from '../rule';

/** Every counter-offer is answered. */
export const rule = {
  id: 'agreement.countered',
  group: 'dependencies',
  row: 5,
  defaults: { start: 'block', finish: 'block' },
  asks: 'promises-answered',
} as const satisfies Rule;

interface Facts extends AgreementFacts {
  /** The day that is offered. */
  readonly committedBy: IsoDate;
}

export const check: Check<Facts> = {
  unmet: ({ charter }) =>
    openIn(charter).flatMap((agreement) =>
      agreement.status === 'countered'
        ? [{ ...factsOf(agreement), committedBy: agreement.counter.committedBy }]
        : [],
    ),
  who: theDri,
};
