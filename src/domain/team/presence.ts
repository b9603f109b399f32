import type { AccountId } from '../ids';
import { localDate } from '../time/local-date';
import { datePlus, type Instant, type IsoDate, type TimeZone } from '../time/time';
import type { WorkingCalendar } from '../policy/clock-policy';
import type { Team } from './team';

/** Days on which somebody is away, and who answers for them meanwhile. */
export interface Absence {
  readonly accountId: AccountId;
  /** The first and the last whole day, in their own zone. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Null: nobody stands in, and what is asked of them waits for them. */
  readonly standIn: AccountId | null;
  readonly zone: TimeZone;
  readonly setBy: AccountId;
  readonly setAt: Instant;
}

/** Who may read until when somebody is away. Whoever stands in always may, and so do they themselves. */
export const AWAY_READERS = ['askers', 'named'] as const;

/** How a site handles absences. */
export interface AwaySettings {
  /** Off: nobody says that they are away, and what was said before counts for nothing. */
  readonly on: boolean;
  /** `askers`: whoever sees a work item on which they are asked for something. `named`: only the people named here. */
  readonly datesShownTo: (typeof AWAY_READERS)[number];
  readonly people: readonly AccountId[];
  /** Days after its end that an absence is kept. */
  readonly keptDays: number;
}

export const defaultAwaySettings: AwaySettings = {
  on: true,
  datesShownTo: 'askers',
  people: [],
  keptDays: 30,
};

/** What is known of people beyond a policy: their teams, with the hours of each, and the days on which they are away. */
export interface Presence {
  /** The directory, in its order. */
  readonly teams: readonly Team[];
  readonly calendars: ReadonlyMap<AccountId, WorkingCalendar>;
  readonly away: readonly Absence[];
  readonly settings: AwaySettings;
}

export const nobodyKnown: Presence = {
  teams: [],
  calendars: new Map(),
  away: [],
  settings: defaultAwaySettings,
};

/**
 * Under a symbol, so that it goes wherever a policy goes and is left behind where a policy is written as text: into
 * storage, or to a browser.
 */
const PRESENCE = Symbol('presence');

/** A policy, or a part of one, that may know of people's time. */
export interface WithPresence {
  readonly [PRESENCE]?: Presence;
}

export const withPresence = <P extends object>(policy: P, presence: Presence): P & WithPresence =>
  presence.teams.length === 0 && presence.calendars.size === 0 && presence.away.length === 0
    ? policy
    : { ...policy, [PRESENCE]: presence };

export const presenceOf = (policy: WithPresence | undefined): Presence => policy?.[PRESENCE] ?? nobodyKnown;

/** The teams of the site, as far as whoever read the policy brought them. */
export const teamsOf = (policy: WithPresence | undefined): readonly Team[] => presenceOf(policy).teams;

/** Everything a working calendar is read from. */
type CalendarPolicy = WithPresence & { readonly clocks: { readonly calendar: WorkingCalendar } };

/**
 * The days and hours that somebody works: their team's where one is known, else the policy's.
 *
 * @param zone their own, as Jira tells it; absent: the calendar's
 */
export function calendarOf(
  accountId: AccountId | null,
  policy: CalendarPolicy,
  zone?: TimeZone,
): WorkingCalendar {
  const teams = accountId === null ? undefined : presenceOf(policy).calendars.get(accountId);
  const calendar = teams ?? policy.clocks.calendar;
  return zone === undefined || zone === calendar.timeZone ? calendar : { ...calendar, timeZone: zone };
}

/** The zone of somebody's team; undefined where none is known. */
export const zoneOfTeam = (accountId: AccountId, policy: WithPresence | undefined): TimeZone | undefined =>
  presenceOf(policy).calendars.get(accountId)?.timeZone;

/** Since the first day, and until the last one is over. */
const covers = ({ from, to, zone }: Absence, now: Instant): boolean => {
  const today = localDate(now, zone);
  return from <= today && today <= to;
};

/** The absence somebody is on now; undefined where they are there, or the site does not ask. */
export function absenceOf(
  accountId: AccountId | null,
  policy: WithPresence | undefined,
  now: Instant,
): Absence | undefined {
  const { away, settings } = presenceOf(policy);
  return settings.on ? away.find((one) => one.accountId === accountId && covers(one, now)) : undefined;
}

/**
 * Who answers for somebody who is away now. Nobody stands in for a stand-in: where that person is away as well, nobody does.
 */
export function standInOf(
  accountId: AccountId | null,
  policy: WithPresence | undefined,
  now: Instant,
): AccountId | null {
  const standIn = absenceOf(accountId, policy, now)?.standIn ?? null;
  return standIn !== null && absenceOf(standIn, policy, now) ? null : standIn;
}

/** Everybody who was named to answer for somebody, on whatever days. */
export const standInsOf = (accountId: AccountId, policy: WithPresence | undefined): readonly AccountId[] =>
  presenceOf(policy)
    .away.filter((one) => one.accountId === accountId)
    .flatMap(({ standIn }) => standIn ?? []);

/** Whether somebody is away now, and nobody answers for them. */
export const isAwayAlone = (accountId: AccountId, policy: WithPresence | undefined, now: Instant): boolean =>
  absenceOf(accountId, policy, now) !== undefined && standInOf(accountId, policy, now) === null;

/** Whom somebody answers for now. */
export const standsInFor = (
  accountId: AccountId,
  policy: WithPresence | undefined,
  now: Instant,
): readonly AccountId[] =>
  presenceOf(policy)
    .away.filter((one) => one.standIn === accountId && standInOf(one.accountId, policy, now) === accountId)
    .map((one) => one.accountId);

/** Whether a reader may know until when somebody is away. */
export const mayReadDates = (
  reader: AccountId,
  { accountId, standIn }: Absence,
  { datesShownTo, people }: AwaySettings,
): boolean =>
  datesShownTo === 'askers' || reader === accountId || reader === standIn || people.includes(reader);

/** What whoever asks somebody may know of their being away now. */
export interface AwayNow {
  /** Who answers meanwhile; null where nobody does. */
  readonly standIn: AccountId | null;
  /** The last day; absent for a reader who may not know it. */
  readonly to?: IsoDate;
}

/** That somebody is away now, as a reader may know it; undefined while they are there. */
export function awayNow(
  accountId: AccountId,
  reader: AccountId,
  policy: WithPresence | undefined,
  now: Instant,
): AwayNow | undefined {
  const absence = absenceOf(accountId, policy, now);
  if (!absence) return undefined;
  const { settings } = presenceOf(policy);
  return {
    standIn: standInOf(accountId, policy, now),
    ...(mayReadDates(reader, absence, settings) && { to: absence.to }),
  };
}

/** An absence that is still to begin, as whoever asks may know it. */
export interface AwayAhead {
  /** Who answers then; null where nobody does. */
  readonly standIn: AccountId | null;
  /** The first and the last day; absent for a reader who may not know them. */
  readonly days?: { readonly from: IsoDate; readonly to: IsoDate };
}

/** Days within which an absence whose days a reader may not know is told of all the same. */
const AHEAD_DAYS = 14;

/** That somebody is going to be away, as a reader may know it; undefined where that is not known, or has begun. */
export function awayAhead(
  accountId: AccountId,
  reader: AccountId,
  policy: WithPresence | undefined,
  now: Instant,
): AwayAhead | undefined {
  const { away, settings } = presenceOf(policy);
  const next = away.find((one) => one.accountId === accountId && localDate(now, one.zone) < one.from);
  if (!settings.on || !next) return undefined;
  const { from, to, zone } = next;
  const alsoAway = away.some((one) => one.accountId === next.standIn && one.from <= from && from <= one.to);
  const standIn = alsoAway ? null : next.standIn;
  if (mayReadDates(reader, next, settings)) return { standIn, days: { from, to } };
  return from <= datePlus(localDate(now, zone), AHEAD_DAYS) ? { standIn } : undefined;
}

/** The same days and hours without the days on which somebody is away: when they read what they are told. */
export function whenThere(
  accountId: AccountId,
  policy: CalendarPolicy,
  zone: TimeZone | undefined,
): WorkingCalendar {
  const calendar = calendarOf(accountId, policy, zone);
  const { away, settings } = presenceOf(policy);
  const theirs = settings.on ? away.filter((one) => one.accountId === accountId) : [];
  if (theirs.length === 0) return calendar;
  const days = theirs.flatMap(({ from, to }) => daysOf(from, to));
  return { ...calendar, holidays: [...calendar.holidays, ...days] };
}

function daysOf(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = datePlus(day, 1)) days.push(day);
  return days;
}

/** Those that are still kept: the others ended longer ago than the site keeps them. */
export const stillKept = (
  away: readonly Absence[],
  { keptDays }: AwaySettings,
  now: Instant,
): readonly Absence[] => away.filter(({ to, zone }) => localDate(now, zone) <= datePlus(to, keptDays));
