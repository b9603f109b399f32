import type { Success } from './answers';

export interface GraphAnswer extends Success<'graph/get'> {}
