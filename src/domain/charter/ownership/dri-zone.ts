import { DEFAULT_ZONE, isTimeZone, localDate } from '../../time/local-date';
import type { Clocks } from '../../policy/clock-policy';
import type { AccountId } from '../../ids';
import type { Instant, IsoDate, TimeZone } from '../../time/time';
import type { PersonFact } from '../../values';
import type { Charter } from '../charter';
import type { Facts } from '../facts';

/** What a zone is read from where nobody's own is known; absent where no policy was read. */
export type ZonePolicy =
  { readonly clocks: { readonly calendar: Pick<Clocks['calendar'], 'timeZone'> } } | undefined;

const orCalendars = (zone: TimeZone | undefined, policy: ZonePolicy): TimeZone =>
  zone !== undefined && isTimeZone(zone) ? zone : (policy?.clocks.calendar.timeZone ?? DEFAULT_ZONE);

/**
 * Where the days end that bind a DRI: their own zone, as Jira told it when they were nominated or accepted, else that of
 * the policy's working calendar. Granting, expiring, reviewing and reminding all ask here, so that one date is one moment.
 */
export const zoneOfDri = ({ dri }: Pick<Charter, 'dri'>, policy: ZonePolicy): TimeZone =>
  orCalendars(dri?.zone, policy);

/** The calendar day that it is for a charter's DRI. */
export const todayOfDri = (charter: Pick<Charter, 'dri'>, policy: ZonePolicy, now: Instant): IsoDate =>
  localDate(now, zoneOfDri(charter, policy));

/** Where a person's own days end; the calendar's zone where Jira tells none, as for private profiles. */
export const zoneOfPerson = (
  person: Pick<PersonFact, 'timeZone'> | undefined,
  policy: ZonePolicy,
): TimeZone => orCalendars(person?.timeZone, policy);

/** A person's own zone, where Jira tells it, as an event keeps it. */
export function zoneFact({ people }: Facts, accountId: AccountId): { readonly zone?: TimeZone } {
  const zone = Object.hasOwn(people, accountId) ? people[accountId]?.timeZone : undefined;
  return zone === undefined ? {} : { zone };
}
