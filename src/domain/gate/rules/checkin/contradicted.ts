import { contradicting, lastCheckIn } from '../../../charter/check-in/check-ins';
import type { AccountId, Instant } from '../../../values';
import type { Check, Rule } from '../rule';

/** “On track: yes” stands beside no overdue or declined agreement: green outside, red inside. */
export const rule = {
  id: 'checkin.contradicted',
  group: 'followThrough',
  defaults: { start: 'warn', finish: 'block' },
  strict: { start: 'block', finish: 'block' },
} as const satisfies Rule;

interface Facts {
  readonly accountId: AccountId;
  /** When they said that it was on track. */
  readonly at: Instant;
  /** The first agreement that says otherwise, and how many more there are. */
  readonly agreementId: string;
  readonly deliverable: string;
  readonly others: number;
}

export const check: Check<Facts> = {
  unmet: ({ charter }, now) => {
    const last = lastCheckIn(charter);
    const [first, ...others] = contradicting(charter, now);
    if (!last?.onTrack || !first) return [];
    const { id: agreementId, deliverable } = first;
    return [{ accountId: last.by, at: last.at, agreementId, deliverable, others: others.length }];
  },
  who: ({ accountId }) => [accountId],
};
