import type { Handoffs } from '../domain/report/handoffs/handoffs';
import type { AccountId, Instant, PersonFact } from '../domain/values';

/**
 * What one page of the open items the viewer may see says of their handoffs. All pages put together (`allHandoffs` in
 * the domain) give the matrix, with its medians.
 */
export interface HandoffsAnswer {
  readonly ok: true;
  readonly handoffs: Handoffs;
  /** Elapsed hours in which the policy expects an answer; null where it counts hours of work. */
  readonly expectedHours: number | null;
  /** Those whom the handoffs name. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  /** Absent on the last page. */
  readonly nextCursor?: string;
  readonly now: Instant;
}
