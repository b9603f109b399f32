import { isOpen, isOverdue, type Agreement } from '../agreement/agreement';
import { acceptedDri, type Charter } from '../charter';
import { addDays, isBefore, later, type Instant } from '../../time/time';
import type { CheckIn, Need } from './check-in';

/** Every open agreement is walked through by name in as many check-ins: week one is when a broken dependency is found. */
export const WALK_THROUGHS = 2;

export const lastCheckIn = ({ checkIns }: Charter): CheckIn | undefined => checkIns.at(-1);

/**
 * The last check-in, where it says “on track: no” and whoever gave it has owned the work since: who took it on again
 * has said nothing about it yet.
 */
export function offTrackSaid(charter: Charter): CheckIn | undefined {
  const last = lastCheckIn(charter);
  if (!last || last.onTrack || last.by !== acceptedDri(charter)) return undefined;
  const since = charter.dri?.acceptedAt;
  return since !== undefined && isBefore(last.at, since) ? undefined : last;
}

/** When the next check-in is due: a cadence after the last one, or after the DRI accepted; null without an accepted DRI. */
export function nextCheckInAt({ dri, checkIns }: Charter, everyDays: number): Instant | null {
  if (dri?.status !== 'accepted' || dri.acceptedAt === undefined) return null;
  const last = checkIns.at(-1)?.at ?? dri.acceptedAt;
  return addDays(later(dri.acceptedAt, last), everyDays);
}

/** Agreements that say otherwise when somebody says “on track”: declined, or overdue. */
export const contradicting = ({ agreements }: Charter, now: Instant): readonly Agreement[] =>
  agreements.filter((agreement) => agreement.status === 'declined' || isOverdue(agreement, now));

/** Open agreements the next check-in walks through by name; none once the first weeks are over. */
export const toWalkThrough = ({ agreements, checkInCount }: Charter): readonly Agreement[] =>
  checkInCount < WALK_THROUGHS
    ? agreements.filter((agreement) => isOpen(agreement) && agreement.status !== 'accepted')
    : [];

/**
 * What the last check-in needed from others and nobody has been asked for since. A need without a name, as check-ins
 * once wrote them, counts as asked for when the same person was asked for it in the same words.
 */
export function openNeeds(charter: Charter): readonly Need[] {
  const last = lastCheckIn(charter);
  if (!last) return [];
  const asked = [
    ...charter.agreements.map(({ needId, providerAccountId: who, deliverable: what, requestedAt: at }) => ({
      needId,
      who,
      what,
      at,
    })),
    ...charter.escalations.map(({ needId, toAccountId: who, question: what, raisedAt: at }) => ({
      needId,
      who,
      what,
      at,
    })),
  ];
  return last.needs.filter(
    ({ id, accountId, what }) =>
      !asked.some((one) =>
        id === undefined
          ? one.who === accountId && one.what === what && !isBefore(one.at, last.at)
          : one.needId === id,
      ),
  );
}
