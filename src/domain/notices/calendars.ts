import { acceptedDri, type Charter } from '../charter/charter';
import { sponsorOf } from '../charter/ownership/sponsor';
import type { AccountId } from '../ids';
import type { ClockPolicy, WorkingCalendar } from '../policy/clock-policy';
import type { Audience } from '../policy/notice-steps';
import { calendarOf, teamsOf } from '../team/presence';
import type { TimeZone } from '../time/time';
import type { Running } from './steps';

/** Somebody's own zone, as far as the charter keeps it; undefined where it never asked. */
function zoneIn(
  { dri, agreements, escalations }: Charter,
  accountId: AccountId | null,
): TimeZone | undefined {
  if (accountId === null) return undefined;
  if (dri?.accountId === accountId && dri.zone !== undefined) return dri.zone;
  const asked = agreements.find(({ providerAccountId }) => providerAccountId === accountId);
  if (asked) return asked.providerZone;
  return escalations.find((one) => one.toAccountId === accountId && one.toZone !== undefined)?.toZone;
}

const ofPerson = (who: AccountId | null, charter: Charter, policy: ClockPolicy): WorkingCalendar =>
  calendarOf(who, policy, zoneIn(charter, who));

/** The days and hours of whoever a clock runs for: nobody is measured in the hours of another. */
export function calendarOfAsked(clock: Running, charter: Charter, policy: ClockPolicy): WorkingCalendar {
  const asked = charter.agreements.find(({ id }) => id === clock.agreementId);
  if (asked?.providerAccountId !== clock.asked) return ofPerson(clock.asked, charter, policy);
  const own = asked.team && teamsOf(policy).find(({ id }) => id === asked.team?.id)?.calendar;
  // The team's days and hours, where the one of them is who was asked: the day itself ends where they are.
  return own ? { ...own, timeZone: asked.providerZone } : calendarOf(clock.asked, policy, asked.providerZone);
}

/** The days and hours of somebody a step tells: their own, as far as they are known. */
export function audienceCalendar(
  audience: Audience,
  clock: Running,
  charter: Charter,
  policy: ClockPolicy,
): WorkingCalendar {
  switch (audience) {
    case 'asked':
      return calendarOfAsked(clock, charter, policy);
    case 'dri':
      return ofPerson(acceptedDri(charter), charter, policy);
    case 'sponsor':
      return ofPerson(sponsorOf(charter) ?? policy.clocks.programmeLead, charter, policy);
    case 'programme-lead':
      return ofPerson(policy.clocks.programmeLead, charter, policy);
  }
}
