import type { Summary } from '../domain/report/accountability/summary';
import type { ReportPageAnswer } from './answers';
import type { AccountId, Instant, PersonFact } from '../domain/values';

/** Handoffs a dashboard shows. */
export const WEAKEST = 3;

/**
 * A stretch of a project's open items under policy that the viewer may see, in a few numbers. All stretches put together
 * (`summarised` in the domain) are the whole.
 */
export interface GadgetAnswer {
  readonly ok: true;
  readonly summary: Summary;
  /** The gate really refuses moves: the policy enforces. */
  readonly enforced: boolean;
  readonly answerWithin: ReportPageAnswer['answerWithin'];
  /** Providers the handoffs name by account. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  /** Absent with the last stretch. */
  readonly nextCursor?: string;
  readonly now: Instant;
}

/** The calls a dashboard may make: it reads, and only for whoever looks at it. */
export const GADGET_CALLS = ['report/gadget', 'report/drift'] as const;
