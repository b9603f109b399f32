export type { AnswerCall } from './calls/item-calls';

/** Most answers taken at once. */
export const MAX_ANSWERS = 20;
