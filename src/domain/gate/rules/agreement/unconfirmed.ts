import { isUnconfirmed, lastConfirmedAt } from '../../../charter/agreement/silence';
import type { Instant, IsoDate } from '../../../values';
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
  /** When something was last heard of it. */
  readonly since: Instant;
}

export const check: Check<Facts> = {
  unmet: ({ charter, policy }, now) =>
    openIn(charter).flatMap((agreement) =>
      agreement.status === 'acknowledged' && isUnconfirmed(agreement, now, policy.clocks)
        ? [{ ...factsOf(agreement), committedBy: agreement.committedBy, since: lastConfirmedAt(agreement) }]
        : [],
    ),
  who: theProvider,
};
