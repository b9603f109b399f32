import type { Success } from './answers';

export interface DecisionsAnswer extends Success<'decision/list'> {}
