import type { Success } from './answers';

export interface HandsAnswer extends Success<'report/hands'> {}
export interface OwnHandsAnswer extends Success<'owner/hands'> {}

/** A question about one item: somebody else is at work on it far more often than its owner. */
export type HandsView = HandsAnswer['items'][number];
