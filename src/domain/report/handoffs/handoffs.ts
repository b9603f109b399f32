import { isOpen, isOverdue, isPromised, type Agreement } from '../../charter/agreement/agreement';
import type { Charter } from '../../charter/charter';
import type { CharterEvent } from '../../charter/events';
import { agreementAsSeen, historyAsSeen, type SeesIssue } from '../../charter/hidden-issues';
import { isAnswerOverdue } from '../../notices/clocks';
import type { ClockPolicy } from '../../policy/clock-policy';
import { namedUnmapped } from '../../gate/blockers';
import type { WorkItem } from '../../gate/item';
import { ownerOf } from '../../gate/owner';
import { isOfSide, providerSide, sideOf, type Side } from '../../team/side';
import { handoffHappenings } from '../indicators/of-agreements';
import type { AccountId, Instant, IsoDate, IssueKey } from '../../values';

/** How a dependency stands; `no-agreement`: a Jira link says so, and nobody has promised it. */
export const LINE_STATES = [
  'no-agreement',
  'requested',
  'countered',
  'declined',
  'acknowledged',
  'delivered',
] as const;
export type LineState = (typeof LINE_STATES)[number];

/** One dependency that is not settled yet. */
export interface HandoffLine {
  /** The team of the owner, else the one that answers for the item's project, else that project. */
  readonly requester: Side;
  /** The team of whoever was asked, else of their own issue's project, else that project. */
  readonly provider: Side;
  readonly issueKey: IssueKey;
  readonly summary: string;
  /** What was asked for; of a link, the summary of the issue it leads to. */
  readonly what: string;
  readonly state: LineState;
  readonly providerIssueKey?: IssueKey;
  /** Told to these two sides alone. */
  readonly providerAccountId?: AccountId;
  /** The day promised, or else the day it is needed. */
  readonly dueOn?: IsoDate;
  /** The promised day is over. */
  readonly overdue: boolean;
  /** The time to answer is over. */
  readonly answerOverdue: boolean;
}

/** How long one answer took. */
export interface HandoffAnswer {
  readonly requester: Side;
  readonly provider: Side;
  readonly hours: number;
}

/** What some items say of their handoffs. Those of two sets of items, put together, are those of both. */
export interface Handoffs {
  readonly lines: readonly HandoffLine[];
  readonly answers: readonly HandoffAnswer[];
  /** Items looked at. */
  readonly items: number;
  /** Of those: items that the app may not see. Nothing is said of them. */
  readonly notKnown: number;
}

export const allHandoffs = (parts: readonly Handoffs[]): Handoffs => ({
  lines: parts.flatMap(({ lines }) => lines),
  answers: parts.flatMap(({ answers }) => answers),
  items: parts.reduce((sum, { items }) => sum + items, 0),
  notKnown: parts.reduce((sum, { notKnown }) => sum + notKnown, 0),
});

/** What an item says that the app may not see. */
export const notKnownHandoffs: Handoffs = { lines: [], answers: [], items: 1, notKnown: 1 };

/** Who reads, and which of the providers' own issues they may see. */
export interface HandoffReader {
  readonly accountId: AccountId;
  readonly sees: SeesIssue;
}

/** What one open item says of its handoffs to a reader; `history` may begin in the middle, its answers then count from there. */
export function handoffsOf(
  { charter, history }: { readonly charter: Charter; readonly history: readonly CharterEvent[] },
  item: WorkItem,
  policy: ClockPolicy,
  now: Instant,
  { accountId: reader, sees }: HandoffReader,
): Handoffs {
  const owner = ownerOf(charter, item);
  const { issueKey, summary } = item;
  const requester = sideOf({ accountId: owner, issueKey }, policy);
  const isNamed = (provider: Side, providerAccountId: AccountId): boolean =>
    reader === owner ||
    reader === providerAccountId ||
    isOfSide(reader, requester, policy) ||
    isOfSide(reader, provider, policy);
  const of = { requester, issueKey, summary };
  const links = namedUnmapped(charter, item).map((blocker): HandoffLine => ({
    ...of,
    provider: sideOf({ issueKey: blocker.issueKey }, policy),
    what: blocker.summary,
    state: 'no-agreement',
    providerIssueKey: blocker.issueKey,
    overdue: false,
    answerOverdue: false,
  }));
  const agreements = charter.agreements.flatMap((agreement): readonly HandoffLine[] => {
    const state = stateOf(agreement);
    if (!isOpen(agreement) || state === null) return [];
    const seen = agreementAsSeen(agreement, sees);
    const { providerAccountId, providerIssueKey, deliverable, neededBy } = seen;
    const provider = providerSide(seen, policy);
    return [
      {
        ...of,
        provider,
        what: deliverable,
        state,
        ...(providerIssueKey !== undefined && { providerIssueKey }),
        ...(isNamed(provider, providerAccountId) && { providerAccountId }),
        dueOn: isPromised(agreement) ? agreement.committedBy : neededBy,
        overdue: isOverdue(agreement, now),
        answerOverdue: isAnswerOverdue(agreement, policy, now),
      },
    ];
  });
  const answers = handoffHappenings(historyAsSeen(history, sees), policy).flatMap(
    ({ indicator, provider, value }) =>
      indicator === 'acknowledgement-latency' && provider ? [{ requester, provider, hours: value }] : [],
  );
  return { lines: [...links, ...agreements], answers, items: 1, notKnown: 0 };
}

/** Null for what is settled: taken, or taken back. */
const stateOf = ({ status }: Agreement): LineState | null =>
  status === 'accepted' || status === 'withdrawn' ? null : status;
