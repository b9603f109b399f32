import type { AccountId } from '../ids';
import { localDate } from '../time/local-date';
import { latestDay, type Instant, type IsoDate } from '../time/time';
import { stillKept, type Absence, type AwaySettings } from './presence';

/** Why an absence cannot be set, by the field that is wrong. */
export type AwayProblem =
  | { readonly code: 'away-is-off'; readonly field: 'from' }
  | { readonly code: 'away-over'; readonly field: 'to' }
  | { readonly code: 'away-backwards'; readonly field: 'to' }
  | { readonly code: 'away-too-far'; readonly field: 'to' }
  | { readonly code: 'stand-in-oneself'; readonly field: 'standInAccountId' }
  | { readonly code: 'stand-in-away'; readonly field: 'standInAccountId' };

const meet = (a: Pick<Absence, 'from' | 'to'>, b: Pick<Absence, 'from' | 'to'>): boolean =>
  a.from <= b.to && b.from <= a.to;

/** What speaks against an absence beside those that are known; null where nothing does. */
export function problemOf(
  wanted: Absence,
  away: readonly Absence[],
  settings: AwaySettings,
  now: Instant,
): AwayProblem | null {
  const { accountId, from, to, standIn, zone } = wanted;
  const today: IsoDate = localDate(now, zone);
  if (!settings.on) return { code: 'away-is-off', field: 'from' };
  if (to < from) return { code: 'away-backwards', field: 'to' };
  if (to < today) return { code: 'away-over', field: 'to' };
  if (to > latestDay(today)) return { code: 'away-too-far', field: 'to' };
  if (standIn === accountId) return { code: 'stand-in-oneself', field: 'standInAccountId' };
  const isAway = away.some((one) => one.accountId === standIn && meet(one, wanted));
  return isAway ? { code: 'stand-in-away', field: 'standInAccountId' } : null;
}

/** All absences with one person's as it is now, and without those that are kept no longer. */
export const withAbsence = (
  away: readonly Absence[],
  accountId: AccountId,
  absence: Absence | null,
  settings: AwaySettings,
  now: Instant,
): readonly Absence[] => [
  ...stillKept(away, settings, now).filter((one) => one.accountId !== accountId),
  ...(absence ? [absence] : []),
];
