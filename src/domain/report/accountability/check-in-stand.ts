import { isSaidAtRisk, isUnsettled } from '../../charter/agreement/agreement';
import type { Charter } from '../../charter/charter';
import type { CheckIn } from '../../charter/check-in/check-in';
import { lastOfOwner, offTrackSince, saidOnTrack } from '../../charter/check-in/off-track';
import { toWalkThrough } from '../../charter/check-in/walk-through';
import type { WorkItem } from '../../gate/item';
import type { Policy } from '../../policy/policy';
import type { AgreementId } from '../../ids';
import type { Instant } from '../../time/time';

/** How a work item stands by its owner's own word, and what their next check-in asks about. */
export interface CheckInStand {
  /** Null where they have said nothing that still counts. */
  readonly onTrack: boolean | null;
  /** Since when they have said no, without a yes in between. */
  readonly offTrackSince?: Instant;
  /** Promises that the next check-in asks about by name. */
  readonly walkThrough: readonly AgreementId[];
}

export function checkInStand(
  charter: Charter,
  { status }: Pick<WorkItem, 'status'>,
  policy: Policy,
  now: Instant,
): CheckInStand {
  const since = offTrackSince(charter);
  return {
    onTrack: saidOnTrack(charter, policy.checkInEveryDays, now),
    ...(since !== undefined && { offTrackSince: since }),
    walkThrough: toWalkThrough(charter, { progress: status.category, policy, now }).map(({ id }) => id),
  };
}

/** What an owner said last, in as much as somebody who looks at many items asks of it. */
export interface CheckInSummary extends Pick<CheckIn, 'at' | 'biggestRisk' | 'decision' | 'needs' | 'next'> {
  readonly offTrackSince?: Instant;
  /** Open promises of which the owner said that they are at risk, and those they did not ask about. */
  readonly atRisk: number;
  readonly notAsked: number;
}

export function checkInSummary(charter: Charter): CheckInSummary | null {
  const last = lastOfOwner(charter);
  if (!last) return null;
  const { at, biggestRisk, decision, needs, next } = last;
  const since = offTrackSince(charter);
  const open = charter.agreements.filter(isUnsettled);
  return {
    at,
    biggestRisk,
    needs,
    ...(decision !== undefined && { decision }),
    ...(next && { next }),
    ...(since !== undefined && { offTrackSince: since }),
    atRisk: open.filter(isSaidAtRisk).length,
    notAsked: open.filter(({ walkedThrough }) => walkedThrough?.answer === 'not-asked').length,
  };
}
