import { isUnconfirmed } from '../../../charter/agreement/agreement';
import type { IsoDate } from '../../../values';
import { factsOf, openIn, theProvider, type AgreementFacts } from '../agreement';
import type { Check, Rule } from '../rule';

/** No promise is silent for longer than one may be while there is time left. */
export const rule = {
  id: 'agreement.unconfirmed',
  group: 'dependencies',
  row: 8,
  defaults: { start: 'warn', finish: 'warn' },
} as const satisfies Rule;

interface Facts extends AgreementFacts {
  readonly committedBy: IsoDate;
}

export const check: Check<Facts> = {
  unmet: ({ charter }, now) =>
    openIn(charter).flatMap((agreement) =>
      agreement.status === 'acknowledged' && isUnconfirmed(agreement, now)
        ? [{ ...factsOf(agreement), committedBy: agreement.committedBy }]
        : [],
    ),
  who: theProvider,
};
