import { dayIsOver, elapsedAtLeast } from '../calendar/local-date';
import type { AccountId, Instant, IsoDate, IssueKey, TimeZone } from '../values';

interface AgreementTerms {
  /** Stable within its charter: `A1`, `A2`, … in the order of asking. */
  readonly id: string;
  readonly providerAccountId: AccountId;
  /** The provider's zone when asked: the day of a promise ends there. */
  readonly providerZone: TimeZone;
  readonly deliverable: string;
  /** How both sides will know it is done. */
  readonly acceptance: string;
  readonly neededBy: IsoDate;
  /** The provider's own Jira issue, where there is one. */
  readonly providerIssueKey?: IssueKey;
  readonly requestedBy: AccountId;
  readonly requestedAt: Instant;
}

/** A promise asked of one named person, in one of the states of its life. */
export type Agreement = AgreementTerms &
  (
    | { readonly status: 'requested' }
    | { readonly status: 'acknowledged'; readonly acknowledgedAt: Instant; readonly committedBy: IsoDate }
    | {
        readonly status: 'declined';
        readonly declinedAt: Instant;
        readonly declineReason: string;
        /** At least one of the two is present: a decline names who or when instead. */
        readonly alternativeAccountId?: AccountId;
        readonly availableFrom?: IsoDate;
      }
    | {
        readonly status: 'withdrawn';
        readonly withdrawnAt: Instant;
        readonly withdrawReason: string;
      }
  );

/** Open agreements still count: withdrawn ones are history. */
export const isOpen = (agreement: Agreement): boolean => agreement.status !== 'withdrawn';

/** Promised, and the promised day has ended in the provider's zone. Derived from now, never stored. */
export function isOverdue(agreement: Agreement, now: Instant): boolean {
  return agreement.status === 'acknowledged' && dayIsOver(agreement.committedBy, agreement.providerZone, now);
}

/** Asked, and not answered within the acknowledgement time. Derived from now, never stored. */
export function isAcknowledgementOverdue(agreement: Agreement, now: Instant, withinHours: number): boolean {
  return agreement.status === 'requested' && elapsedAtLeast(withinHours, agreement.requestedAt, now);
}

/** Asked of oneself: by the DRI, or by whoever wrote the request. Such a promise binds nobody. */
export const isSelfDealt = (agreement: Agreement, dri: AccountId | undefined): boolean =>
  agreement.providerAccountId === dri || agreement.providerAccountId === agreement.requestedBy;
