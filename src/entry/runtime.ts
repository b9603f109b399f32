import type { Clock } from '../app/ports';

/** The one place where the app asks what time it is. */
export const clock: Clock = { now: () => new Date().toISOString() };
