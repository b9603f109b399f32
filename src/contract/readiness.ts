import type { Success } from './answers';

export interface ReadinessAnswer extends Success<'readiness/get'> {}

/** A save of the policy since the programme began, with what in it could be its reinforcement. */
export type PolicySave = ReadinessAnswer['saves'][number];
