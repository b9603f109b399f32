import type { Success } from './answers';

/** Handoffs a dashboard shows. */
export const WEAKEST = 3;

export interface GadgetAnswer extends Success<'report/gadget'> {}
