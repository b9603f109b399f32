import type { CharterAnswer } from '../../../src/contract/answers';
import { todayOfDri } from '../../../src/domain/charter/ownership/dri-zone';
import { acceptedDri } from '../../../src/domain/charter/charter';
import { nextCheckInAt } from '../../../src/domain/charter/check-in/off-track';
import type { CheckIn } from '../../../src/domain/charter/check-in/check-in';
import { hoursBetween, isBefore, type Instant, type IsoDate } from '../../../src/domain/time/time';

/** Check-ins the strip shows. */
const SHOWN = 3;

/** The latest check-ins, newest first. */
export const latestCheckIns = ({ charter }: CharterAnswer): readonly CheckIn[] =>
  charter.checkIns.slice(-SHOWN).reverse();

export type NextCheckIn =
  /** Nobody has accepted to answer for the work item. */
  | { readonly kind: 'nobody' }
  /** The work has not begun, or is done: a check-in is welcome, and owed to nobody. */
  | { readonly kind: 'resting' }
  | { readonly kind: 'ahead' | 'due'; readonly at: Instant };

/** When the next check-in is owed: the gate's own view of it. */
export function nextCheckIn({ charter, item, now, policy }: CharterAnswer): NextCheckIn {
  const at = nextCheckInAt(charter, policy.checkInEveryDays);
  if (at === null) return { kind: 'nobody' };
  if (item.status.category !== 'indeterminate') return { kind: 'resting' };
  return { kind: isBefore(now, at) ? 'ahead' : 'due', at };
}

/** Open entries, oldest first, then answered ones, newest first. */
export const openFirst = <
  T extends { readonly answer?: { readonly at: Instant }; readonly takenBack?: { readonly at: Instant } },
>(
  entries: readonly T[],
): { readonly open: readonly T[]; readonly answered: readonly T[] } => ({
  open: entries.filter(({ answer, takenBack }) => !answer && !takenBack),
  answered: entries
    .filter(({ answer, takenBack }) => answer ?? takenBack)
    .sort((a, b) => endedAt(b).localeCompare(endedAt(a))),
});

const endedAt = (one: {
  readonly answer?: { readonly at: Instant };
  readonly takenBack?: { readonly at: Instant };
}): Instant => one.answer?.at ?? one.takenBack?.at ?? '';

/** How long an answer took, in the unit people would say it in: within the hour, hours up to two days, then days. */
export function timeTaken(from: Instant, to: Instant): { readonly time: string; readonly count: number } {
  const hours = Math.floor(hoursBetween(from, to));
  if (hours < 1) return { time: 'minutes', count: 0 };
  return hours < 48 ? { time: 'hours', count: hours } : { time: 'days', count: Math.floor(hours / 24) };
}

/** The review date nobody has answered yet, where there is somebody to answer it. */
export function silentSince({ charter, policy, now }: CharterAnswer): IsoDate | null {
  const { brief } = charter;
  return brief && acceptedDri(charter) !== null && brief.reviewOn < todayOfDri(charter, policy, now)
    ? brief.reviewOn
    : null;
}
