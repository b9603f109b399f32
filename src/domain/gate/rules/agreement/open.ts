import { isUnsettled, type UnsettledStatus } from '../../../charter/agreement/agreement';
import { factsOf, type AgreementFacts } from '../agreement';
import { theDri, type Check, type Rule } from '../rule';

/** Work ends, and every agreement is delivered to the DRI’s content or taken back. */
export const rule = {
  id: 'agreement.open',
  group: 'dependencies',
  row: 9,
  defaults: { start: 'off', finish: 'warn' },
} as const satisfies Rule;

interface Facts extends AgreementFacts {
  readonly status: UnsettledStatus;
}

export const check: Check<Facts> = {
  at: 'finish',
  unmet: ({ charter }) =>
    charter.agreements
      .filter(isUnsettled)
      .map((agreement) => ({ ...factsOf(agreement), status: agreement.status })),
  who: (facts, dri) =>
    facts.status === 'requested' || facts.status === 'acknowledged' ? [facts.provider] : theDri(facts, dri),
};
