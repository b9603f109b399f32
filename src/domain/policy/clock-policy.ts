import type { AccountId, IsoDate, TimeZone } from '../values';
import { DEFAULT_ZONE } from '../time/local-date';
import { defaultEscalationPlan, type EscalationPlan } from './notice-steps';
import type { WithPresence } from '../team/presence';

/** When people work: a promise made on Friday evening is not late on Saturday. */
export interface WorkingCalendar {
  readonly timeZone: TimeZone;
  /** Days of the week, 1 for Monday to 7 for Sunday; at least one. */
  readonly workdays: readonly number[];
  /** Wall clock times such as `09:00`; `from` lies before `to`. */
  readonly from: string;
  readonly to: string;
  /** Days nobody works on. */
  readonly holidays: readonly IsoDate[];
}

/** How the hours of a clock are counted. */
export const MEASURES = ['elapsed', 'working'] as const;
export type Measure = (typeof MEASURES)[number];

/** The clocks of a policy. */
export interface Clocks {
  readonly measure: Measure;
  readonly calendar: WorkingCalendar;
  /** Hours a nominee has to accept or decline. */
  readonly acceptanceHours: number;
  /** Hours a question waits for its decision. */
  readonly decisionHours: number;
  /** Elapsed hours before a promised day ends at which it is said to be due soon. */
  readonly dueSoonHours: number;
  /** Elapsed days before an authority or a waiver ends at which that is said. */
  readonly endingDays: number;
  /** Elapsed days of silence after which a provider is asked whether a promise still holds. */
  readonly confirmDays: number;
  /** Elapsed days of silence after which a promise is no longer known to hold. */
  readonly silentDays: number;
  readonly ladder: EscalationPlan;
  /** Stands at the top of the escalation; null: the project's lead in Jira. */
  readonly programmeLead: AccountId | null;
}

/** What the clocks need of a policy. */
export interface ClockPolicy extends WithPresence {
  readonly acknowledgementHours: number;
  readonly checkInEveryDays: number;
  readonly clocks: Clocks;
}

/** What holds where a policy has not decided otherwise. */
export const defaultClocks: Clocks = {
  measure: 'elapsed',
  calendar: { timeZone: DEFAULT_ZONE, workdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [] },
  acceptanceHours: 48,
  decisionHours: 24,
  dueSoonHours: 48,
  endingDays: 7,
  confirmDays: 14,
  silentDays: 21,
  ladder: defaultEscalationPlan,
  programmeLead: null,
};
