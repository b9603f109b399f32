import { nextCheckInAt } from '../../../charter/check-in/off-track';
import type { AccountId, Instant } from '../../../values';
import type { Check, Rule } from '../rule';

/** The check-in came when it was due. Work that has not begun owes nobody a weekly answer. */
export const rule = {
  id: 'checkin.stale',
  group: 'followThrough',
  defaults: { start: 'off', finish: 'block' },
} as const satisfies Rule;

interface Facts {
  readonly accountId: AccountId;
  /** When the check-in that is missing should have come. */
  readonly due: Instant;
}

export const check: Check<Facts> = {
  unmet: ({ charter, item, policy }, now) => {
    const due = nextCheckInAt(charter, policy.checkInEveryDays);
    const accountId = charter.dri?.accountId;
    const isMissing = item.status.category === 'indeterminate' && due !== null && now >= due;
    return isMissing && accountId !== undefined ? [{ accountId, due }] : [];
  },
  who: ({ accountId }) => [accountId],
};
