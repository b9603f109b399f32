import { addDays, isBefore, later, type Instant } from '../../time/time';
import { acceptedDri, type Charter } from '../charter';
import type { CheckIn } from './check-in';

/** When the next check-in is due: a cadence after the last one, the DRI's yes, or the day the work was opened again; null without an accepted DRI. */
export function nextCheckInAt({ dri, checkIns, reopenedAt }: Charter, everyDays: number): Instant | null {
  if (dri?.status !== 'accepted' || dri.acceptedAt === undefined) return null;
  const last = checkIns.at(-1)?.at ?? dri.acceptedAt;
  return addDays(later(later(dri.acceptedAt, last), reopenedAt ?? last), everyDays);
}

/** The check-ins of whoever owns the work, since they took it on: what others said before is not their word. */
function ofOwner(charter: Charter): readonly CheckIn[] {
  const owner = acceptedDri(charter);
  const since = charter.dri?.acceptedAt;
  const isTheirs = ({ by, at }: CheckIn): boolean =>
    by === owner && (since === undefined || !isBefore(at, since));
  const before = charter.checkIns.findLastIndex((one) => !isTheirs(one));
  return owner === null ? [] : charter.checkIns.slice(before + 1);
}

/** What whoever owns the work said last; undefined where they have said nothing since they took it on. */
export const lastOfOwner = (charter: Charter): CheckIn | undefined => ofOwner(charter).at(-1);

/**
 * The last check-in, where it says “on track: no” and whoever gave it has owned the work since: who took it on again
 * has said nothing about it yet.
 */
export function offTrackSaid(charter: Charter): CheckIn | undefined {
  const last = lastOfOwner(charter);
  return last?.onTrack === false ? last : undefined;
}

/** Since when its owner has said “off track” without a yes in between, as far as the check-ins that are kept tell. */
export function offTrackSince(charter: Charter): Instant | undefined {
  const theirs = ofOwner(charter);
  return theirs.slice(theirs.findLastIndex(({ onTrack }) => onTrack) + 1)[0]?.at;
}

/**
 * What its owner says of it now: a no stands until they say otherwise, a yes until the next check-in is due. Null where
 * they have said nothing that still counts.
 */
export function saidOnTrack(charter: Charter, everyDays: number, now: Instant): boolean | null {
  const last = lastOfOwner(charter);
  if (!last) return null;
  const due = nextCheckInAt(charter, everyDays);
  return last.onTrack && due !== null && !isBefore(now, due) ? null : last.onTrack;
}
