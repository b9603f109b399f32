import type { Clocks } from '../../policy/clock-policy';
import { lastMomentOf } from '../../time/local-date';
import { DAY_MS, instantOf, isBefore, msOf, type Instant, type IsoDate } from '../../time/time';
import type { Agreement } from './agreement';

/** A promise is confirmed while more days than these remain; nearer to its day the clock of what is due speaks. */
const CONFIRMED_UNTIL_DAYS = 14;

/** How long silence may be, as a policy says. */
export type Pace = Pick<Clocks, 'confirmDays' | 'silentDays'>;

/** For a reader who is not told the policy. */
const SHIPPED: Pace = { confirmDays: 14, silentDays: 21 };

/**
 * When something was last heard of the promise: given, dated anew, sent back, confirmed, doubted by its provider,
 * or needed by somebody anew.
 */
export function lastConfirmedAt(agreement: Extract<Agreement, { readonly committedBy: IsoDate }>): Instant {
  const { acknowledgedAt, confirmedAt, doubt, dateChanges, lastReturn, resumedAt } = agreement;
  const heard = [acknowledgedAt, confirmedAt, doubt?.at, dateChanges.at(-1)?.at, lastReturn?.at, resumedAt];
  return heard.reduce<Instant>(
    (latest, at) => (at !== undefined && isBefore(latest, at) ? at : latest),
    acknowledgedAt,
  );
}

/** Until when a promise is asked about. */
export const confirmedUntil = (agreement: Extract<Agreement, { readonly committedBy: IsoDate }>): Instant =>
  instantOf(
    msOf(lastMomentOf(agreement.committedBy, agreement.providerZone)) - CONFIRMED_UNTIL_DAYS * DAY_MS,
  );

/** Promised, nothing heard for more days than these, and more than 14 remain. */
function isSilentFor(days: number, agreement: Agreement, now: Instant): boolean {
  if (agreement.status !== 'acknowledged') return false;
  const moment = msOf(now);
  return (
    moment < msOf(confirmedUntil(agreement)) && moment - msOf(lastConfirmedAt(agreement)) > days * DAY_MS
  );
}

/** Promised, silent for longer than the policy allows, and more than 14 days remain. Derived from now, never stored. */
export const isUnconfirmed = (agreement: Agreement, now: Instant, pace: Pace = SHIPPED): boolean =>
  isSilentFor(pace.silentDays, agreement, now);

/** The moments from and until which a promise nobody speaks of is unconfirmed; none where it will not be. */
export function unconfirmedBetween(agreement: Agreement, { silentDays }: Pace): readonly Instant[] {
  if (agreement.status !== 'acknowledged') return [];
  // Neither moment itself: silence is longer than the days, and fewer remain.
  const from = msOf(lastConfirmedAt(agreement)) + silentDays * DAY_MS + 1;
  const until = msOf(confirmedUntil(agreement));
  return from < until ? [instantOf(from), instantOf(until)] : [];
}

/** Whether its provider is asked if the promise still holds: again and again, while more than 14 days remain. */
export const isToConfirm = (agreement: Agreement, now: Instant, pace: Pace = SHIPPED): boolean =>
  isSilentFor(pace.confirmDays, agreement, now);

/** Its provider said that it does not hold as things are, and nothing else was said since. */
export const isDoubted = (agreement: Agreement): boolean =>
  agreement.status === 'acknowledged' && agreement.doubt !== undefined;
