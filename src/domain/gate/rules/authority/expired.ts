import { authorityOf } from '../../../charter/charter';
import { todayOfDri } from '../../../charter/ownership/dri-zone';
import type { AccountId, IsoDate } from '../../../values';
import { anyone, type Check, type Rule } from '../rule';

/** The owner’s authority has not run out. */
export const rule = {
  id: 'authority.expired',
  group: 'authority',
  defaults: { start: 'warn', finish: 'block' },
  strict: { start: 'block', finish: 'off' },
} as const satisfies Rule;

interface Facts {
  readonly accountId: AccountId;
  /** Its last day. */
  readonly expiresOn: IsoDate;
}

export const check: Check<Facts> = {
  unmet: ({ charter, policy }, now) => {
    const accountId = charter.dri?.accountId;
    const expiresOn = charter.authority?.expiresOn;
    if (authorityOf(charter, todayOfDri(charter, policy, now)) !== 'expired') return [];
    return accountId !== undefined && expiresOn !== undefined ? [{ accountId, expiresOn }] : [];
  },
  who: anyone,
};
