import type { HandedOnAnswer, LeavingAnswer } from '../../contract/answers';
import { refusalText } from '../../contract/wording/refusals';
import { namesFrom } from '../../contract/wording/names';
import { wordRejection } from '../../contract/wording/rejections';
import {
  nominating,
  reassigning,
  redirecting,
  replacing,
  type CharterCommand,
} from '../../domain/charter/commands';
import { heldBy, MOST_AT_ONCE, type Held } from '../../domain/commitments/held';
import { peopleOfTeam } from '../../domain/team/team';
import { siteDefault } from '../../domain/policy/policy';
import { utcDate } from '../../domain/time/time';
import { projectOf, type AccountId, type IssueKey } from '../../domain/values';
import { logError } from '../../platform/log';
import { Unavailable } from '../../platform/unavailable';
import { followUpsOf } from '../charter/after-change';
import { changeCharter, type ChangeFailure } from '../charter/change-charter';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { CommitmentRow, CommitmentStore } from '../commitments/ports';
import type { FollowUps } from '../jobs/ports';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import { policyFor } from '../subject/policy-for';
import { knownPeople, readPeople, type People } from '../subject/read-people';
import type { TeamStore } from '../team/ports';

export interface LeavingPorts {
  readonly commitments: Pick<CommitmentStore, 'page'>;
  readonly charters: Pick<CharterStore, 'readFor' | 'readCharter' | 'write'>;
  readonly policies: Pick<PolicyStore, 'readMany'>;
  readonly teams: TeamStore;
  readonly jira: Pick<Jira, 'people' | 'issueSummaries'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** Pages of a hundred work items that are looked through at once. */
const PAGES = 10;

/** One of those that `listLeaving` named. */
interface ThingAsked {
  readonly issueKey: IssueKey;
  readonly kind: Held['kind'];
  readonly id?: string | undefined;
}

interface Thing extends Held {
  readonly row: CommitmentRow;
}

/** What somebody holds, over all their work items. */
async function thingsOf(
  accountId: AccountId,
  { commitments, charters }: Pick<LeavingPorts, 'commitments' | 'charters'>,
): Promise<{
  readonly things: readonly Thing[];
  readonly stored: ReadonlyMap<string, StoredCharter>;
  readonly more: boolean;
}> {
  const things: Thing[] = [];
  const all = new Map<string, StoredCharter>();
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { rows, nextCursor } = await commitments.page(accountId, cursor);
    const stored = await charters.readFor(rows);
    for (const row of rows) {
      const found = stored.get(row.issueId);
      if (!found) continue;
      all.set(row.issueId, found);
      things.push(...heldBy(found.charter, accountId).map((held) => ({ ...held, row })));
    }
    cursor = nextCursor;
    if (cursor === undefined) break;
  }
  return { things, stored: all, more: cursor !== undefined };
}

/** What breaks when somebody leaves. What the caller may not see is counted, and not described. */
export async function listLeaving(accountId: AccountId, ports: LeavingPorts): Promise<LeavingAnswer> {
  const [{ things, more }, directory] = await Promise.all([thingsOf(accountId, ports), ports.teams.read()]);
  const [summaries, people] = await Promise.all([
    ports.jira.issueSummaries([...new Set(things.map(({ row }) => row.issueId))]),
    readPeople(ports.jira, 'user', [accountId]),
  ]);
  const count = (kind: Held['kind']): number => things.filter((one) => one.kind === kind).length;
  return {
    ok: true,
    things: things.map(({ row, kind, id, what }) => {
      const summary = summaries.get(row.issueId);
      return {
        issueKey: row.issueKey,
        kind,
        ...(id !== undefined && { id }),
        ...(summary && { summary: summary.summary, ...(what !== undefined && { what }) }),
      };
    }),
    counts: { promises: count('promise'), decisions: count('decision'), epics: count('epic') },
    teams: directory.teams
      .filter((team) => team.takesRequests && peopleOfTeam({ ...team, members: [] }).includes(accountId))
      .map(({ name }) => name),
    people,
    more,
    now: ports.clock.now(),
  };
}

/** What asks somebody else for a thing, and binds nobody before they answer. */
function commandFor({ kind, id }: Held, { charter }: StoredCharter, to: AccountId): CharterCommand {
  if (kind === 'epic') return nominating(to);
  const of = id ?? '';
  if (kind === 'decision') return redirecting(of, to);
  const isPromised = charter.agreements.some((one) => one.id === of && one.status === 'acknowledged');
  return isPromised ? replacing(of, to, refusalText('handed-on-reason')) : reassigning(of, to);
}

type Result = HandedOnAnswer['results'][number];

/** Why one thing stays where it is. */
function failureOf(
  error: ChangeFailure,
  people: People,
  today: string,
): Extract<Result, { ok: false }>['error'] {
  if (error.code === 'busy' || error.code === 'charter-full')
    return { code: error.code, message: refusalText(error.code) };
  return { code: error.code, message: wordRejection(error, { name: namesFrom(people), today }) };
}

/**
 * Asks somebody else for what waits for a person, thing by thing: what one of them is refused for stops no other. Told
 * what became of each.
 */
export async function handOn(
  {
    by,
    accountId,
    toAccountId,
    things: wanted,
  }: {
    readonly by: AccountId;
    readonly accountId: AccountId;
    readonly toAccountId: AccountId;
    readonly things?: readonly ThingAsked[] | undefined;
  },
  ports: LeavingPorts,
): Promise<HandedOnAnswer> {
  const now = ports.clock.now();
  const { things, stored, more } = await thingsOf(accountId, ports);
  const isWanted = ({ row, kind, id }: Thing): boolean =>
    wanted === undefined ||
    wanted.some((one) => one.issueKey === row.issueKey && one.kind === kind && one.id === id);
  const chosen = things.filter(isWanted);
  const batch = chosen.slice(0, MOST_AT_ONCE);
  const policies = await ports.policies.readMany(
    // A line lies under the key that its charter and its project's records lie under.
    batch.map(({ row }) => ({ project: projectOf(row.issueKey), id: null })),
  );
  const people = await knownPeople(ports.jira, 'user', [...new Set([by, accountId, toAccountId])]);
  const current = new Map(stored);
  const results: Result[] = [];
  // One after another: several may lie on one work item.
  for (const { row, ...held } of batch) {
    const { issueId, issueKey } = row;
    const named = { issueKey, kind: held.kind, ...(held.id !== undefined && { id: held.id }) };
    const charter = current.get(issueId);
    if (!charter) continue;
    const found = policies.get(projectOf(issueKey));
    const policy = found ? policyFor(found, null) : siteDefault;
    const facts = {
      actor: { accountId: by, canEdit: true, handsOnFrom: accountId },
      people,
      issueKey,
      policy,
      now,
    };
    try {
      const command = commandFor(held, charter, toAccountId);
      const changed = await changeCharter(
        { issueKey, issueId, stored: charter, command, facts, policy },
        ports.charters,
      );
      if (changed.ok) {
        current.set(issueId, changed.value);
        await ports.followUps
          .push(followUpsOf(issueKey, changed.value, now))
          .catch((error: unknown) => logError('What follows a stored change could not be queued', error));
        results.push({ ...named, ok: true });
      } else {
        results.push({ ...named, ok: false, error: failureOf(changed.error, people, utcDate(now)) });
      }
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      results.push({
        ...named,
        ok: false,
        error: { code: 'unavailable', message: refusalText('unavailable') },
      });
    }
  }
  return { ok: true, results, more: more || chosen.length > batch.length };
}
