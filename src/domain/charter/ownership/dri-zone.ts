import { DEFAULT_ZONE, isTimeZone, localDate } from '../../time/local-date';
import type { Clocks } from '../../policy/clock-policy';
import { zoneOfTeam, type WithPresence } from '../../team/presence';
import type { AccountId } from '../../ids';
import type { Instant, IsoDate, TimeZone } from '../../time/time';
import type { PersonFact } from '../../values';
import type { Charter } from '../charter';
import type { Facts } from '../facts';

/** What a zone is read from where nobody's own is known; absent where no policy was read. */
export type ZonePolicy =
  | (WithPresence & { readonly clocks: { readonly calendar: Pick<Clocks['calendar'], 'timeZone'> } })
  | undefined;

/** Somebody's own zone, else their team's, else the policy's. */
function orCalendars(
  zone: TimeZone | undefined,
  accountId: AccountId | undefined,
  policy: ZonePolicy,
): TimeZone {
  if (zone !== undefined && isTimeZone(zone)) return zone;
  const teams = accountId === undefined ? undefined : zoneOfTeam(accountId, policy);
  return teams ?? policy?.clocks.calendar.timeZone ?? DEFAULT_ZONE;
}

/**
 * Where the days end that bind a DRI: their own zone, as Jira told it when they were nominated or accepted, else that of
 * their team, else that of the policy's working calendar. Granting, expiring, reviewing and reminding all ask here, so that one date is one moment.
 */
export const zoneOfDri = ({ dri }: Pick<Charter, 'dri'>, policy: ZonePolicy): TimeZone =>
  orCalendars(dri?.zone, dri?.accountId, policy);

/** The calendar day that it is for a charter's DRI. */
export const todayOfDri = (charter: Pick<Charter, 'dri'>, policy: ZonePolicy, now: Instant): IsoDate =>
  localDate(now, zoneOfDri(charter, policy));

/** Where a person's own days end; the calendar's zone where Jira tells none, as for private profiles. */
export const zoneOfPerson = (
  person: Pick<PersonFact, 'timeZone' | 'accountId'> | undefined,
  policy: ZonePolicy,
): TimeZone => orCalendars(person?.timeZone, person?.accountId, policy);

/** A person's own zone, where Jira tells it, as an event keeps it. */
export function zoneFact({ people }: Facts, accountId: AccountId): { readonly zone?: TimeZone } {
  const zone = Object.hasOwn(people, accountId) ? people[accountId]?.timeZone : undefined;
  return zone === undefined ? {} : { zone };
}
