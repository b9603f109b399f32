import type { CommitmentEntry, CommitmentsAnswer } from '../../contract/answers';
import {
  byUrgency,
  commitmentsOf,
  type Commitment,
  type CommitmentFacts,
  type Commitments,
} from '../../domain/commitments/commitments';
import { sponsorOf } from '../../domain/charter/ownership/sponsor';
import { partiesOf } from '../../domain/commitments/parties';
import { isOpen } from '../../domain/charter/agreement/agreement';
import { isAnswerOverdue } from '../../domain/notices/clocks';
import { hasLeft, peopleRead } from '../../domain/gate/people';
import { FOR_ANOTHER, type DutyKind } from '../../domain/commitments/duties';
import type { Charter } from '../../domain/charter/charter';
import type { SeesIssue } from '../../domain/charter/hidden-issues';
import { issuesOf } from '../../domain/charter/hidden-issues';
import { siteDefault } from '../../domain/policy/policy';
import { projectOf, type AccountId, type Instant } from '../../domain/values';
import { Unavailable } from '../../platform/unavailable';
import type { CharterStore } from '../charter/ports';
import type { AwayStore } from '../away/ports';
import type { Clock, Jira } from '../ports';
import type { CommitmentRow, CommitmentStore, IssueSummary } from './ports';
import { noteOpened } from '../reach/note-reached';
import type { FollowUps } from '../jobs/ports';
import type { PolicyStore } from '../policy/ports';
import { historyLength } from '../charter/revision';
import { awayNow, nobodyKnown, standsInFor, withPresence, type AwayNow } from '../../domain/team/presence';
import { policyFor } from '../subject/policy-for';
import { providerSight } from '../subject/provider-sight';
import { readPeople } from '../subject/read-people';
import { unknownCursor } from '../subject/unknown-cursor';
import { mayKnow, toEntry, type Place } from './entry';

export interface ListPorts {
  readonly jira: Pick<Jira, 'issueSummaries' | 'people'>;
  readonly commitments: Pick<CommitmentStore, 'page'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly policies: Pick<PolicyStore, 'readMany'>;
  readonly away: Pick<AwayStore, 'read'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/**
 * One page of what waits for a person, and of what they wait for, across projects.
 * Calls per page of 100 work items: the rows; beside each other the charters in four batches, their policies and
 * Jira's titles as this person; then everyone named, in one read, beside the providers' own issues that are named.
 */
export async function listCommitments(
  { accountId, cursor }: { readonly accountId: AccountId; readonly cursor?: string | undefined },
  ports: ListPorts,
): Promise<CommitmentsAnswer> {
  const { jira, charters, policies, followUps, clock } = ports;
  const [{ rows: own, nextCursor }, absent] = await Promise.all([
    rowsOf(accountId, cursor, ports.commitments),
    // Whose absence it is, is asked once: it stands at the top, and grows no longer with the page.
    cursor === undefined ? absences(accountId, ports) : { rows: [], mine: undefined },
  ]);
  const rows = [...own, ...absent.rows];
  const asked = jira.issueSummaries(rows.map(({ issueId }) => issueId));
  const [stored, policyOf, issueSummaries] = await Promise.all([
    charters.readFor(rows),
    policies.readMany(
      rows.map(({ issueId, issueKey }) => ({
        project: projectOf(issueKey),
        id: asked.then((found) => found.get(issueId)?.projectId ?? null),
      })),
    ),
    asked,
  ]);
  const now = clock.now();
  const places = rows.flatMap((row): Place[] => {
    const found = stored.get(row.issueId);
    if (!found || found.version === 0) return [];
    const { charter } = found;
    const issueSummary = issueSummaries.get(row.issueId);
    const underKey = policyOf.get(projectOf(row.issueKey));
    const policy = underKey ? policyFor(underKey, issueSummary?.projectId ?? null) : siteDefault;
    return [
      {
        row,
        charter,
        revision: historyLength(found),
        policy,
        issueSummary: issueSummary && itemOf(issueSummary),
      },
    ];
  });
  const entries = (left: (accountId: AccountId) => boolean, sees: SeesIssue): Entries => {
    const pages = places.map((place) => entriesOf(place, accountId, left, sees, now));
    return {
      yours: pages.flatMap(({ yours }) => yours).sort(byUrgency),
      awaited: pages.flatMap(({ awaited }) => awaited).sort(byUrgency),
    };
  };
  // Whoever left moves a line to somebody else, so all whom a line may hang on are read before any is written.
  const nobody = (): boolean => false;
  const [people, sees] = await Promise.all([
    readPeople(jira, 'user', [
      ...places.flatMap(({ charter }) => holdersIn(charter)),
      ...namedIn(entries(nobody, nobody)),
      ...[absent.mine?.standIn ?? []].flat(),
    ]),
    providerSight(
      places.flatMap(({ charter }) => charter.agreements.filter(isOpen).flatMap(issuesOf)),
      [],
      jira,
    ),
  ]);
  const read = peopleRead(people);
  const told = entries((id) => hasLeft(read, id), sees);
  await noteOpened(
    accountId,
    places.map(({ row, charter, policy }) => ({ ...row, charter, policy })),
    now,
    followUps,
  );
  // Who else promised something there is not theirs to know.
  const named = new Set<AccountId | null | undefined>([...namedIn(told), absent.mine?.standIn]);
  return {
    ok: true,
    ...told,
    ...(absent.mine && { away: absent.mine }),
    people: Object.fromEntries(Object.entries(people).filter(([accountId]) => named.has(accountId))),
    me: { accountId },
    ...(nextCursor !== undefined && { nextCursor }),
    now,
  };
}

const itemOf = ({ projectId: _, ...item }: IssueSummary): Place['issueSummary'] => item;

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

/** Rows of those for whom somebody answers now, and whether they are away themselves. */
async function absences(
  accountId: AccountId,
  { away, commitments, clock }: ListPorts,
): Promise<{ readonly rows: readonly CommitmentRow[]; readonly mine: AwayNow | undefined }> {
  const { away: all, settings } = await away.read();
  const policy = withPresence(siteDefault, { ...nobodyKnown, away: all, settings });
  const now = clock.now();
  const whose = standsInFor(accountId, policy, now);
  const pages = await Promise.all(whose.map((one) => commitments.page(one)));
  return { rows: pages.flatMap(({ rows }) => rows), mine: awayNow(accountId, accountId, policy, now) };
}

interface Entries {
  readonly yours: readonly CommitmentEntry[];
  readonly awaited: readonly CommitmentEntry[];
}

const holdersIn = (charter: Charter): readonly AccountId[] => [
  ...charter.agreements.filter(isOpen).map(({ providerAccountId }) => providerAccountId),
  ...partiesOf(charter),
  ...[sponsorOf(charter) ?? []].flat(),
];

function entriesOf(
  place: Place,
  accountId: AccountId,
  left: CommitmentFacts['hasLeft'],
  sees: SeesIssue,
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
  const whose = place.row.accountId;
  const all = commitmentsOf(charter, whose, facts);
  const { yours, awaited } = issueSummary ? all : withoutItem(all, place, whose);
  const entry = (one: Commitment): CommitmentEntry => toEntry(one, place, whose, sees, now);
  if (whose === accountId) return { yours: yours.map(entry), awaited: awaited.map(entry) };
  // What waits for somebody who is away, and can be answered in their place.
  return {
    yours: yours
      .filter(({ kind }) => FOR_ANOTHER.includes(kind))
      .map((one) => ({ ...entry(one), standInFor: whose })),
    awaited: [],
  };
}

/** Steps a provider may take without seeing the work item. */
const PROVIDERS: readonly DutyKind[] = [
  'acknowledge',
  'answer-date',
  'answer-link',
  'deliver',
  'ask-another',
];

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

/** Everyone the entries speak of. */
function namedIn({ yours, awaited }: Entries): readonly AccountId[] {
  const ids = [...yours, ...awaited].flatMap(({ who, awaitedBy, agreement, dri, checkIn }) => [
    who,
    awaitedBy,
    dri?.accountId,
    ...(checkIn?.agreements.map(({ providerAccountId }) => providerAccountId) ?? []),
    agreement?.providerAccountId,
    agreement?.requestedBy,
    agreement?.status === 'requested' ? agreement.spokenYes?.recordedBy : undefined,
    agreement?.status === 'declined' ? agreement.alternativeAccountId : undefined,
    agreement?.status === 'acknowledged' ? agreement.renegotiation?.proposedBy : undefined,
    ...(agreement?.dateChanges.map(({ by }) => by) ?? []),
  ]);
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}
