import type { AccountId, Instant } from '../../../values';
import { ownersNamed } from '../../owner';
import type { Check, Rule } from '../rule';

/** The owner said yes themselves. */
export const rule = {
  id: 'owner.not-accepted',
  group: 'owner',
  defaults: { start: 'block', finish: 'block' },
  asks: 'accepted',
} as const satisfies Rule;

interface Facts {
  readonly accountId: AccountId;
  /** False: the policy's field names them, and nobody asked them. */
  readonly nominated: boolean;
  readonly since?: Instant;
  /** They were not reached with it yet. */
  readonly unreached?: true;
}

export const check: Check<Facts> = {
  path: 'owner',
  unmet: ({ charter, item }) => {
    const { dri } = charter;
    if (!dri) return ownersNamed(charter, item).map((accountId) => ({ accountId, nominated: false }));
    const { status, accountId, nominatedAt: since, reach } = dri;
    return status === 'nominated'
      ? [{ accountId, nominated: true, since, ...(reach === null && { unreached: true as const }) }]
      : [];
  },
  who: ({ nominated, accountId }) => (nominated ? [accountId] : []),
};
