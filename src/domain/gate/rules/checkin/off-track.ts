import { offTrackSaid } from '../../../charter/check-in/off-track';
import type { AccountId, Instant } from '../../../values';
import type { Check, Rule } from '../rule';

/** “On track: no” is an honest answer, and stands until whoever gave it says otherwise, or somebody else owns the work. */
export const rule = {
  id: 'checkin.off-track',
  group: 'followThrough',
  defaults: { start: 'off', finish: 'warn' },
} as const satisfies Rule;

interface Facts {
  readonly accountId: AccountId;
  readonly at: Instant;
  /** What they named as its biggest. */
  readonly risk: string;
}

export const check: Check<Facts> = {
  unmet: ({ charter }) => {
    const said = offTrackSaid(charter);
    return said ? [{ accountId: said.by, at: said.at, risk: said.biggestRisk }] : [];
  },
  who: ({ accountId }) => [accountId],
};
