import { questionOf, type Agreement } from '../../../charter/agreement/agreement';
import { acceptedDri, type Charter } from '../../../charter/charter';
import type { AccountId, Instant, IsoDate } from '../../../values';
import { factsOf, openIn, theProvider, type AgreementFacts } from '../agreement';
import { reachOf } from '../../../charter/reach';
import { calendarOf } from '../../../team/presence';
import { hoursAfter } from '../../../time/working-hours';
import type { Policy } from '../../../policy/policy';
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
  /** Its provider was not reached with it: as yet, or for longer than an answer may take. */
  readonly unreached?: 'yet' | 'lasting';
  /** What the provider asks back, and of whom. */
  readonly asksBack?: { readonly question: string; readonly of: AccountId };
}

function asksBack(charter: Charter, agreement: Agreement): Pick<Facts, 'asksBack'> {
  const question = questionOf(agreement)?.text;
  return question === undefined
    ? {}
    : { asksBack: { question, of: acceptedDri(charter) ?? agreement.requestedBy } };
}

function unreached(agreement: Agreement, policy: Policy, now: Instant): Pick<Facts, 'unreached'> {
  if (questionOf(agreement) || reachOf(agreement) !== null) return {};
  const { requestedAt, providerAccountId, providerZone } = agreement;
  const calendar = calendarOf(providerAccountId, policy, providerZone);
  const since = hoursAfter(requestedAt, policy.acknowledgementHours, policy.clocks.measure, calendar);
  return { unreached: Date.parse(since) <= Date.parse(now) ? 'lasting' : 'yet' };
}

export const check: Check<Facts> = {
  unmet: ({ charter, policy }, now) =>
    openIn(charter)
      .filter(({ status }) => status === 'requested')
      .map((agreement) => ({
        ...factsOf(agreement),
        neededBy: agreement.neededBy,
        ...unreached(agreement, policy, now),
        ...asksBack(charter, agreement),
      })),
  who: (facts) => (facts.asksBack ? [facts.asksBack.of] : theProvider(facts)),
};
