import type { PaperOwnersAnswer, PaperOwnerView, PaperOwnerAnswer } from '../../contract/shapes/paper-owner';
import { emptyCharter, type Charter } from '../../domain/charter/charter';
import { sponsorOf } from '../../domain/charter/ownership/sponsor';
import type { WorkItem } from '../../domain/gate/item';
import { ownerOf } from '../../domain/gate/owner';
import type { ItemChange } from '../../domain/changelog/change';
import {
  judgeOwner,
  WINDOW_DAYS,
  type OwnerJudgement,
  type Touch,
} from '../../domain/report/paper-owner/paper-owner';
import type { AccountId, Instant } from '../../domain/values';
import type { AuthorizedItem } from '../charter/authorize-item';
import type { CharterStore } from '../charter/ports';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import type { Changelogs } from './ports';
import { chartersAt } from '../subject/own-charter';
import { homeOf } from '../subject/policy-for';
import { openItemsPage, type ProjectScopePorts, type RunOfPages } from '../subject/project-items';
import { readPeople, type People } from '../subject/read-people';

/** The fields in which decisions about a work item show; long texts and what tools keep for themselves are left out. */
const DECISIVE_FIELDS = [
  'status',
  'assignee',
  'priority',
  'duedate',
  'fixVersions',
  'components',
  'issuelinks',
  'resolution',
  'summary',
  'labels',
] as const;

export interface PaperOwnerPorts {
  readonly jira: ProjectScopePorts['jira'] & Pick<Jira, 'openItems' | 'people'>;
  readonly histories: Changelogs;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly clock: Clock;
}

interface Owned {
  readonly item: WorkItem;
  readonly owner: AccountId | null;
  readonly ownedSince: Instant | null;
  readonly sponsor: AccountId | null;
}

/** Who owns an item: whoever accepted it; before anybody was asked, the one person the policy's own field names. */
function ownedBy(item: WorkItem, charter: Charter): Owned {
  return {
    item,
    owner: ownerOf(charter, item),
    ownedSince: charter.dri?.acceptedAt ?? null,
    sponsor: sponsorOf(charter),
  };
}

/** Changes by people who are still there to be asked, or by the owner. */
const touchesIn = (
  changes: readonly ItemChange[],
  owner: AccountId | null,
  people: People,
): readonly Touch[] =>
  changes.flatMap(({ at, by }) => {
    const person = by === null ? undefined : people[by];
    return by !== null && person?.kind === 'human' && (person.active || by === owner) ? [{ at, by }] : [];
  });

async function authorsOf(
  changes: Iterable<readonly ItemChange[]>,
  known: People,
  jira: Pick<Jira, 'people'>,
): Promise<People> {
  const authors = new Set([...changes].flatMap((all) => all.flatMap(({ by }) => (by === null ? [] : [by]))));
  return readPeople(jira, 'user', [...authors], known);
}

const view = (
  { item, owner }: Owned,
  judgement: OwnerJudgement,
  asks: 'owner' | 'sponsor',
): PaperOwnerView[] =>
  owner === null || judgement.kind !== 'paper-owner'
    ? []
    : [
        {
          issueKey: item.issueKey,
          summary: item.summary,
          ownerAccountId: owner,
          otherAccountId: judgement.accountId,
          ownersDays: judgement.owners,
          othersDays: judgement.theirs,
          allDays: judgement.all,
          asks,
        },
      ];

const asked = ({ owner, sponsor }: Owned, viewer: AccountId): 'owner' | 'sponsor' | null =>
  owner === viewer ? 'owner' : sponsor === viewer ? 'sponsor' : null;

/**
 * One page of a project's open items: on how many somebody else is far more often at work than the owner, and the
 * questions that are for the viewer, as owner or as the one behind the owner. Nobody else is told who it is about.
 * Calls per page of 100: policy, search, charters in four batches, one changelog read, people.
 */
export async function paperOwnersPage(
  {
    accountId,
    projectKey,
    scope,
    cursor,
    run,
  }: {
    readonly accountId: AccountId;
    readonly projectKey: string;
    readonly scope: 'policy' | 'all';
    readonly cursor?: string | undefined;
    readonly run?: RunOfPages | undefined;
  },
  { jira, histories, charters, policies, clock }: PaperOwnerPorts,
): Promise<PaperOwnersAnswer> {
  const { page, project } = await openItemsPage({ projectKey, cursor, scope, run }, { jira, policies });
  const now = clock.now();
  const stored = await chartersAt(homeOf(project.policy), page.items, charters);
  const all = page.items.map((item) => ownedBy(item, stored.get(item.issueId)?.charter ?? emptyCharter));
  const owned = all.filter(({ owner }) => owner !== null);
  const changes =
    owned.length === 0
      ? new Map<string, readonly ItemChange[]>()
      : await histories.changelogs(
          'user',
          owned.map(({ item }) => item.issueId),
          DECISIVE_FIELDS,
        );
  const known: People = Object.fromEntries(page.items.flatMap(({ people }) => Object.entries(people)));
  const people = await authorsOf(changes.values(), known, jira);
  const judged = owned.map((one) => {
    const touches = touchesIn(changes.get(one.item.issueId) ?? [], one.owner, people);
    return { one, judgement: judgeOwner({ ...one, touches }, now) };
  });
  const items = judged.flatMap(({ one, judgement }) => {
    const asks = asked(one, accountId);
    return asks === null ? [] : view(one, judgement, asks);
  });
  return {
    ok: true,
    items,
    counts: {
      items: all.length,
      owned: owned.length,
      judged: judged.filter(({ judgement }) => judgement.kind !== 'too-little').length,
      elsewhere: judged.filter(({ judgement }) => judgement.kind === 'paper-owner').length,
    },
    windowDays: WINDOW_DAYS,
    people: await namedIn(items, people, jira),
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
    now,
  };
}

/** Only those the questions name: who else works on items is nobody's business here. */
async function namedIn(
  items: readonly PaperOwnerView[],
  known: People,
  jira: Pick<Jira, 'people'>,
): Promise<People> {
  const named = [
    ...new Set(items.flatMap(({ ownerAccountId, otherAccountId }) => [ownerAccountId, otherAccountId])),
  ];
  const people = await readPeople(jira, 'user', named, known);
  return Object.fromEntries(
    named.flatMap((accountId) => (people[accountId] ? [[accountId, people[accountId]]] : [])),
  );
}

/** Who works on one item, for its owner and for the one behind the owner; nobody else has a question to answer. */
export async function paperOwnerOfItem(
  { accountId, item, stored, people: known }: AuthorizedItem,
  {
    jira,
    histories,
    clock,
  }: Pick<PaperOwnerPorts, 'histories' | 'clock'> & { readonly jira: Pick<Jira, 'people'> },
): Promise<PaperOwnerAnswer> {
  const one = item && ownedBy(item, stored.charter);
  const asks = one && asked(one, accountId);
  const now = clock.now();
  if (!one || !asks) return { ok: true, question: null, windowDays: WINDOW_DAYS, people: {}, now };
  const all = await histories.changelogs('user', [one.item.issueId], DECISIVE_FIELDS);
  const people = await authorsOf(all.values(), known, jira);
  const touches = touchesIn(all.get(one.item.issueId) ?? [], one.owner, people);
  const question = view(one, judgeOwner({ ...one, touches }, now), asks);
  return {
    ok: true,
    question: question[0] ?? null,
    windowDays: WINDOW_DAYS,
    people: await namedIn(question, people, jira),
    now,
  };
}
