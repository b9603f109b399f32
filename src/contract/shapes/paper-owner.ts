import * as z from 'zod/mini';
import { account } from './schema-of';
import type { Success } from '../answers';

/** A question about one item: somebody else is at work on it far more often than its owner. */
export const paperOwnerView = z.strictObject({
  issueKey: z.string(),
  summary: z.string(),
  ownerAccountId: account,
  otherAccountId: account,
  /** Days on which each of them decided something about the item, and those of everybody. */
  ownersDays: z.int(),
  othersDays: z.int(),
  allDays: z.int(),
  /** As whom the viewer is asked. */
  asks: z.enum(['owner', 'sponsor']),
});

export interface PaperOwnersAnswer extends Success<'report/hands'> {}
export interface PaperOwnerAnswer extends Success<'owner/hands'> {}

/** A question about one item: somebody else is at work on it far more often than its owner. */
export type PaperOwnerView = PaperOwnersAnswer['items'][number];
