import type { ReportActs } from './calls/item-calls';

export type ReportAct = keyof ReportActs;

/** Most items taken at once. */
export const MAX_ACTED_ON = 20;
