import { msOf, type Instant } from '../../../domain/time/time';
import type { AccountId } from '../../../domain/values';
import { retry } from '../../../platform/retry';
import type { Claims } from '../../ports';
import type { Notice } from '../ports';
import { toldElsewhere } from './mention-instead';

/** So few that it costs little where several runs read them. */
const FEW = 5;
const LOCKED_MS = 5 * 60_000;

/** What is to be told to one person now. */
export interface Telling {
  readonly accountId: AccountId;
  readonly waiting: readonly Notice[];
  readonly now: Instant;
}

/**
 * Many things that become one person's move at once have a run each, and each would read all of them: one does at a time.
 * One that ends without a word holds the others up for five minutes at most.
 *
 * @throws Unavailable where another run is at it
 */
export async function alone(
  { accountId, waiting, now }: Telling,
  claims: Claims,
  work: () => Promise<void>,
): Promise<void> {
  if (waiting.length <= FEW) return work();
  const lock = `telling:${accountId}:${Math.floor(msOf(now) / LOCKED_MS)}`;
  const asker = crypto.randomUUID();
  if (!(await retry(() => claims.take(lock, asker)))) throw toldElsewhere(waiting, now);
  try {
    await work();
  } finally {
    await retry(() => claims.release(lock));
  }
}
