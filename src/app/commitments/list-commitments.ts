import type { CommitmentEntry, CommitmentsAnswer } from '../../contract/answers';
import { commitmentRef } from '../../contract/commitment-ref';
import {
  byUrgency,
  commitmentsOf,
  type Commitment,
  type CommitmentFacts,
  type Commitments,
} from '../../domain/commitments/commitments';
import { isOpen } from '../../domain/charter/agreement/agreement';
import { isAnswerOverdue } from '../../domain/notices/clocks';
import { hasLeft, peopleRead } from '../../domain/gate/people';
import { contradicting, toWalkThrough } from '../../domain/charter/check-in/check-ins';
import type { DutyKind } from '../../domain/commitments/duties';
import type { Charter } from '../../domain/charter/charter';
import { siteDefault, type Policy } from '../../domain/policy/policy';
import { projectOf, type AccountId, type Instant } from '../../domain/values';
import type { CharterStore } from '../charter/ports';
import type { CommitmentRow, CommitmentStore, IssueSummary } from './ports';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import { Unavailable } from '../../platform/unavailable';
import { historyLength } from '../charter/revision';
import { readPeople } from '../subject/read-people';
import { unknownCursor } from '../subject/unknown-cursor';
import { viewAgreement, viewOwnAgreement } from '../charter/views';

export interface ListPorts {
  readonly jira: Pick<Jira, 'issueSummaries' | 'people'>;
  readonly commitments: Pick<CommitmentStore, 'page'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly policies: Pick<PolicyStore, 'readMany'>;
  readonly clock: Clock;
}

/** A row with what it led to. */
interface Place {
  readonly row: CommitmentRow;
  readonly charter: Charter;
  readonly seen: number;
  readonly policy: Policy;
  /** Undefined where Jira does not show the item to this person. */
  readonly issueSummary: IssueSummary | undefined;
}

/** Whether a line may speak of the work item: Jira shows it, or nobody can see it any more and this is its DRI. */
const mayKnow = ({ issueSummary, charter: { dri, itemDeletedAt } }: Place, accountId: AccountId): boolean =>
  issueSummary !== undefined || (itemDeletedAt !== undefined && dri?.accountId === accountId);

/**
 * One page of what waits for a person, and of what they wait for, across projects.
 * Calls per page of 100 work items: the rows; beside each other the charters in four batches, their policies and
 * Jira's titles as this person; then everyone named, in one read.
 */
export async function listCommitments(
  { accountId, cursor }: { readonly accountId: AccountId; readonly cursor?: string | undefined },
  { jira, commitments, charters, policies, clock }: ListPorts,
): Promise<CommitmentsAnswer> {
  const { rows, nextCursor } = await rowsOf(accountId, cursor, commitments);
  const [stored, policyOf, issueSummaries] = await Promise.all([
    charters.readFor(rows),
    policies.readMany(rows.map(({ issueKey }) => projectOf(issueKey))),
    jira.issueSummaries(rows.map(({ issueId }) => issueId)),
  ]);
  const now = clock.now();
  const places = rows.flatMap((row): Place[] => {
    const found = stored.get(row.issueId);
    const policy = policyOf.get(projectOf(row.issueKey))?.policy ?? siteDefault;
    if (!found || found.version === 0) return [];
    const { charter } = found;
    return [
      { row, charter, seen: historyLength(found), policy, issueSummary: issueSummaries.get(row.issueId) },
    ];
  });
  const entries = (left: (accountId: AccountId) => boolean): Entries => {
    const pages = places.map((place) => entriesOf(place, accountId, left, now));
    return {
      yours: pages.flatMap(({ yours }) => yours).sort(byUrgency),
      awaited: pages.flatMap(({ awaited }) => awaited).sort(byUrgency),
    };
  };
  // Whoever left moves a line to somebody else, so all whom a line may hang on are read before any is written.
  const people = await readPeople(jira, 'user', [
    ...places.flatMap(({ charter }) => providersIn(charter)),
    ...namedIn(entries(() => false)),
  ]);
  const read = peopleRead(people);
  const told = entries((id) => hasLeft(read, id));
  // Who else promised something there is not theirs to know.
  const named = new Set(namedIn(told));
  return {
    ok: true,
    ...told,
    people: Object.fromEntries(Object.entries(people).filter(([accountId]) => named.has(accountId))),
    me: { accountId },
    ...(nextCursor !== undefined && { nextCursor }),
    now,
  };
}

/** @throws CallRefused `invalid` for a cursor storage does not know */
async function rowsOf(
  accountId: AccountId,
  cursor: string | undefined,
  commitments: ListPorts['commitments'],
): ReturnType<CommitmentStore['page']> {
  try {
    return await commitments.page(accountId, cursor);
  } catch (error) {
    if (error instanceof Unavailable && error.failure === 'broken-question') throw unknownCursor();
    throw error;
  }
}

interface Entries {
  readonly yours: readonly CommitmentEntry[];
  readonly awaited: readonly CommitmentEntry[];
}

const providersIn = ({ agreements }: Charter): readonly AccountId[] =>
  agreements.filter(isOpen).map(({ providerAccountId }) => providerAccountId);

function entriesOf(
  place: Place,
  accountId: AccountId,
  left: CommitmentFacts['hasLeft'],
  now: Instant,
): Entries {
  const { charter, policy, issueSummary } = place;
  const { 'brief.incomplete': brief } = policy.rules;
  const facts: CommitmentFacts = {
    now,
    answerIsLate: (agreement) => isAnswerOverdue(agreement, policy, now),
    hasLeft: left,
    briefWanted: brief.start !== 'off' || brief.finish !== 'off',
    progress: issueSummary?.status.category ?? null,
    checkInEveryDays: policy.checkInEveryDays,
    clocks: policy.clocks,
  };
  const all = commitmentsOf(charter, accountId, facts);
  const { yours, awaited } = issueSummary ? all : withoutItem(all, place, accountId);
  const entry = (one: Commitment): CommitmentEntry => toEntry(one, place, accountId, now);
  return { yours: yours.map(entry), awaited: awaited.map(entry) };
}

/** Steps a provider may take without seeing the work item. */
const PROVIDERS: readonly DutyKind[] = ['acknowledge', 'answer-date', 'deliver', 'ask-another'];

/** All that is left for somebody who may not see the item: the promises and decisions asked of themselves. */
function ownPromises({ yours, awaited }: Commitments, accountId: AccountId): Commitments {
  const own = ({ agreement }: Commitment): boolean => agreement?.providerAccountId === accountId;
  return {
    yours: yours.filter((one) => one.kind === 'decide' || (own(one) && PROVIDERS.includes(one.kind))),
    awaited: awaited.filter(own),
  };
}

/** What was promised outlives the work item: its DRI settles it though there is nothing left to look at. */
function withoutItem(all: Commitments, place: Place, accountId: AccountId): Commitments {
  if (!mayKnow(place, accountId)) return ownPromises(all, accountId);
  const settles = ({ agreement, kind }: Commitment): boolean => agreement !== undefined || kind === 'decide';
  return { yours: all.yours.filter(settles), awaited: all.awaited.filter(settles) };
}

function toEntry(
  { kind, who, awaitedBy, agreement, escalation, gap, since, urgency, dueOn }: Commitment,
  place: Place,
  me: AccountId,
  now: Instant,
): CommitmentEntry {
  const { row, charter, seen, policy, issueSummary } = place;
  const { dri, itemDeletedAt } = charter;
  const knows = mayKnow(place, me);
  const mayKnowDri = knows || dri?.accountId === me;
  // Without sight of the item its owner stays unnamed: the promise is then owed to whoever asked for it.
  const named = (id: AccountId | null): AccountId | null =>
    knows || escalation || id === me || id === null ? id : (agreement?.requestedBy ?? null);
  return {
    ref: commitmentRef(row.handle, agreement?.id ?? escalation?.id ?? gap?.id ?? roundOf(kind)),
    seen,
    duty: kind,
    urgency,
    since,
    ...(dueOn !== undefined && { dueOn }),
    who: named(who),
    awaitedBy: named(awaitedBy),
    ...(agreement && {
      agreement: (knows ? viewAgreement : viewOwnAgreement)(agreement, charter, policy, now),
    }),
    ...(escalation && { question: { escalationId: escalation.id, text: escalation.question } }),
    ...(gap && { gap: { gapId: gap.id, text: gap.what } }),
    ...(kind === 'check-in' && { checkIn: checkInOf(charter, policy, now) }),
    ...(dri && mayKnowDri && { dri: { accountId: dri.accountId, status: dri.status } }),
    ...(issueSummary && { item: issueSummary }),
    ...(itemDeletedAt !== undefined && { itemDeletedAt }),
  };
}

/** What comes round again has no id of its own; its kind tells it from the item's other lines. */
const roundOf = (kind: DutyKind): string | undefined =>
  kind === 'check-in' || kind === 'keep-or-change' ? kind : undefined;

/** What a check-in is held against: the promises it asks about by name, and those that say otherwise. */
function checkInOf(charter: Charter, policy: Policy, now: Instant): NonNullable<CommitmentEntry['checkIn']> {
  const wanted = new Set([...toWalkThrough(charter), ...contradicting(charter, now)]);
  return {
    count: charter.checkInCount,
    agreements: charter.agreements
      .filter((agreement) => wanted.has(agreement))
      .map((agreement) => viewAgreement(agreement, charter, policy, now)),
  };
}

/** Everyone the entries speak of. */
function namedIn({ yours, awaited }: Entries): readonly AccountId[] {
  const ids = [...yours, ...awaited].flatMap(({ who, awaitedBy, agreement, dri, checkIn }) => [
    who,
    awaitedBy,
    dri?.accountId,
    ...(checkIn?.agreements.map(({ providerAccountId }) => providerAccountId) ?? []),
    agreement?.providerAccountId,
    agreement?.requestedBy,
    agreement?.status === 'declined' ? agreement.alternativeAccountId : undefined,
    agreement?.status === 'acknowledged' ? agreement.renegotiation?.proposedBy : undefined,
    ...(agreement?.dateChanges.map(({ by }) => by) ?? []),
  ]);
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}
