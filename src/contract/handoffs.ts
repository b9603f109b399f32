import type { Success } from './answers';

export interface HandoffsAnswer extends Success<'report/handoffs'> {}
