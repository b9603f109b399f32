import type { ClockPolicy, WorkingCalendar } from '../../policy/clock-policy';
import { calendarOf } from '../../team/presence';
import type { Escalation } from './escalation';

/** The days and hours of whoever is to decide a question. */
export const addresseeCalendar = (
  { toAccountId, toZone }: Escalation,
  policy: Pick<ClockPolicy, 'clocks'>,
): WorkingCalendar => calendarOf(toAccountId, policy, toZone);
