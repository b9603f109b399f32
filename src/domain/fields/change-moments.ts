import { unconfirmedBetween } from '../charter/agreement/silence';
import type { Charter } from '../charter/charter';
import { zoneOfDri } from '../charter/ownership/dri-zone';
import { running, steps } from '../notices/clocks';
import type { ClockPolicy } from '../policy/clock-policy';
import { endOfDay } from '../time/local-date';
import { compareInstants, isBefore, type Instant } from '../time/time';

/**
 * Every moment at which time alone may change what an item's fields say: a clock runs out or tells somebody else, a
 * waiver or an authority ends, a promise is silent for too long. Earliest first.
 */
export function changeMoments(charter: Charter, policy: ClockPolicy): readonly Instant[] {
  if (charter.itemDeletedAt !== undefined || charter.finishedAt !== undefined) return [];
  const { waivers, authority, agreements } = charter;
  const moments = [
    ...running(charter, policy).map(({ runsOutAt }) => runsOutAt),
    ...steps(charter, policy).map(({ at }) => at),
    ...waivers.filter(({ ended }) => !ended).map(({ expiresAt }) => expiresAt),
    ...(authority?.expiresOn === undefined
      ? []
      : [endOfDay(authority.expiresOn, zoneOfDri(charter, policy))]),
    ...agreements.flatMap((agreement) => unconfirmedBetween(agreement, policy.clocks)),
  ];
  return [...new Set(moments)].sort(compareInstants);
}

/** The first such moment after `now`; null where time changes nothing more. */
export const nextChangeAt = (charter: Charter, policy: ClockPolicy, now: Instant): Instant | null =>
  changeMoments(charter, policy).find((at) => isBefore(now, at)) ?? null;

/** Whether there was such a moment after `since`, up to and with `now`. */
export const changedBetween = (
  charter: Charter,
  policy: ClockPolicy,
  since: Instant,
  now: Instant,
): boolean => changeMoments(charter, policy).some((at) => isBefore(since, at) && !isBefore(now, at));
