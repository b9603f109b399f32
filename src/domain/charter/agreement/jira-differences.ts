import type { AccountId } from '../../ids';
import type { IsoDate } from '../../time/time';
import { isPromised, type Agreement } from './agreement';

/** What Jira says now of the provider's own issue, to whoever reads it. */
export interface IssueFacts {
  readonly category: 'new' | 'indeterminate' | 'done';
  /** Absent where nobody is assigned. */
  readonly assignee?: AccountId | undefined;
}

/** Where an open agreement and Jira's own facts came apart. Both sides may be right: it is asked about, never changed. */
export type JiraDifference =
  /** The provider's issue is being worked on, and nobody said yes. */
  | { readonly kind: 'begun-unanswered' }
  /** The provider's issue is done, and the promise is not delivered. */
  | { readonly kind: 'done-undelivered' }
  /** Nobody promised it yet, and the issue is assigned to somebody other than who is asked. */
  | { readonly kind: 'assigned-elsewhere'; readonly assignee: AccountId }
  /** The work itself is due before the day of the promise. */
  | { readonly kind: 'due-before'; readonly due: IsoDate };

const UNDELIVERED = ['requested', 'countered', 'declined', 'acknowledged'] as const;
const DATED = ['requested', 'countered', 'acknowledged'] as const;

const isIn = (agreement: Agreement, statuses: readonly Agreement['status'][]): boolean =>
  statuses.includes(agreement.status);

/** The day that stands between both sides: promised, offered instead, or asked for. */
function dayOf(agreement: Agreement): IsoDate {
  if (agreement.status === 'countered') return agreement.counter.committedBy;
  return isPromised(agreement) ? agreement.committedBy : agreement.neededBy;
}

/** Another day is being talked about already. */
const isMoving = (agreement: Agreement): boolean =>
  agreement.status === 'acknowledged' && agreement.renegotiation !== undefined;

function ofIssue(agreement: Agreement, { category, assignee }: IssueFacts): readonly JiraDifference[] {
  if (category === 'done') return isIn(agreement, UNDELIVERED) ? [{ kind: 'done-undelivered' }] : [];
  if (!isIn(agreement, ['requested', 'countered', 'declined'])) return [];
  const found: JiraDifference[] = [];
  if (assignee !== undefined && assignee !== agreement.providerAccountId)
    found.push({ kind: 'assigned-elsewhere', assignee });
  else if (category === 'indeterminate' && agreement.status !== 'declined')
    found.push({ kind: 'begun-unanswered' });
  return found;
}

/**
 * @param issue the provider's own issue; undefined where there is none, or it is not shown to the reader
 * @param due when the work itself is due; undefined where it has no such day, or it is not shown
 */
export function jiraDifferences(
  agreement: Agreement,
  issue: IssueFacts | undefined,
  due: IsoDate | undefined,
): readonly JiraDifference[] {
  const ofDay: readonly JiraDifference[] =
    due !== undefined && isIn(agreement, DATED) && !isMoving(agreement) && due < dayOf(agreement)
      ? [{ kind: 'due-before', due }]
      : [];
  return [...(issue ? ofIssue(agreement, issue) : []), ...ofDay];
}
