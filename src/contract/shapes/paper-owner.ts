import * as z from 'zod/mini';
import { account } from './schema-of';

/** A question about one item: somebody else is at work on it far more often than its owner. */
export const handsView = z.strictObject({
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
