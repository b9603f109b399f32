import { isOverdue } from '../../../charter/agreement/agreement';
import type { IsoDate } from '../../../values';
import { factsOf, openIn, theProvider, type AgreementFacts } from '../agreement';
import type { Check, Rule } from '../rule';

/** No promised day is over. */
export const rule = {
  id: 'agreement.overdue',
  group: 'dependencies',
  row: 7,
  defaults: { start: 'warn', finish: 'block' },
  strict: { start: 'block', finish: 'block' },
} as const satisfies Rule;

interface Facts extends AgreementFacts {
  readonly committedBy: IsoDate;
}

export const check: Check<Facts> = {
  unmet: ({ charter }, now) =>
    openIn(charter).flatMap((agreement) =>
      agreement.status === 'acknowledged' && isOverdue(agreement, now)
        ? [{ ...factsOf(agreement), committedBy: agreement.committedBy }]
        : [],
    ),
  who: theProvider,
};
