import { sweepDue } from '../app/sweep-due';
import { clockStore as clocks } from '../storage/clocks';
import { followUps } from '../storage/follow-ups';
import { clock } from './runtime';

/** `scheduledTrigger`, hourly: hands out what is due. Missed hours need no catching up: the rows stay due. */
export const slaSweep = (): Promise<void> => sweepDue({ clocks, followUps, clock });
