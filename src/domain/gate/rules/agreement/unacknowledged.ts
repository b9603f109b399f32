import { questionOf, type Agreement } from '../../../charter/agreement/agreement';
import { acceptedDri, type Charter } from '../../../charter/charter';
import type { AccountId, IsoDate } from '../../../values';
import { factsOf, openIn, theProvider, type AgreementFacts } from '../agreement';
import type { Check, Rule } from '../rule';

/** Every agreement is acknowledged by its provider. */
export const rule = {
  id: 'agreement.unacknowledged',
  group: 'dependencies',
  row: 4,
  defaults: { start: 'block', finish: 'block' },
  asks: 'promises-answered',
} as const satisfies Rule;

interface Facts extends AgreementFacts {
  readonly neededBy: IsoDate;
  /** What the provider asks back, and of whom. */
  readonly asksBack?: { readonly question: string; readonly of: AccountId };
}

function asksBack(charter: Charter, agreement: Agreement): Pick<Facts, 'asksBack'> {
  const question = questionOf(agreement)?.text;
  return question === undefined
    ? {}
    : { asksBack: { question, of: acceptedDri(charter) ?? agreement.requestedBy } };
}

export const check: Check<Facts> = {
  unmet: ({ charter }) =>
    openIn(charter)
      .filter(({ status }) => status === 'requested')
      .map((agreement) => ({
        ...factsOf(agreement),
        neededBy: agreement.neededBy,
        ...asksBack(charter, agreement),
      })),
  who: (facts) => (facts.asksBack ? [facts.asksBack.of] : theProvider(facts)),
};
