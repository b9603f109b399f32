import type { Success } from './answers';

/** Weeks a chart looks back unless asked otherwise, and at most. */
export const WEEKS = { usual: 26, most: 104 } as const;

export interface IndicatorsAnswer extends Success<'report/indicators'> {}
export interface DriftAnswer extends Success<'report/drift'> {}

/** A week in which the policy changed, and what holds since, in words. */
export type PolicyChangeView = NonNullable<IndicatorsAnswer['turns']>[number];
