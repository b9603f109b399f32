import { acceptedDri, type Charter } from '../charter/charter';
import { sponsorOf } from '../charter/ownership/sponsor';
import type { AccountId } from '../ids';
import type { ClockPolicy, WorkingCalendar } from '../policy/clock-policy';
import type { Audience } from '../policy/notice-steps';
import { calendarOf } from '../team/presence';
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
  return asked?.providerAccountId === clock.asked
    ? calendarOf(clock.asked, policy, asked.providerZone)
    : ofPerson(clock.asked, charter, policy);
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
