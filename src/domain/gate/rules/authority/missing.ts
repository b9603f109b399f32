import { authorityOf } from '../../../charter/charter';
import { todayOfDri } from '../../../charter/ownership/dri-zone';
import type { AccountId } from '../../../values';
import { anyone, type Check, type Rule } from '../rule';

/** What the owner may decide alone is written down. Asked of every item alike, owned or not: an acceptance must never
 * bring a finding that was not there before. */
export const rule = {
  id: 'authority.missing',
  group: 'authority',
  defaults: { start: 'warn', finish: 'block' },
  strict: { start: 'block', finish: 'off' },
} as const satisfies Rule;

interface Facts {
  /** Whoever is nominated or owns it. */
  readonly accountId?: AccountId;
}

export const check: Check<Facts> = {
  unmet: ({ charter, policy }, now) => {
    if (authorityOf(charter, todayOfDri(charter, policy, now)) !== 'missing') return [];
    const accountId = charter.dri?.accountId;
    return [{ ...(accountId !== undefined && { accountId }) }];
  },
  who: anyone,
};
