import type { CallKey } from './inputs';

/** What can be done to several items of the report at once, by the call that does it to one. */
export const REPORT_ACTS = {
  nominate: 'dri/nominate',
  remind: 'reminder/send',
  review: 'review/set-date',
} as const satisfies Record<string, CallKey>;

export type ReportAct = keyof typeof REPORT_ACTS;

/** Most items taken at once. */
export const MAX_ACTED_ON = 20;
