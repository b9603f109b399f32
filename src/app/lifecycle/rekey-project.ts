import { rekeyCharter, type RekeyPorts } from '../charter/rekey-charter';
import type { RekeyProjectJob } from '../jobs/lifecycle/rekey-project';
import type { FindRenamedJob } from '../jobs/lifecycle/find-renamed';
import type { FollowUp, FollowUps } from '../jobs/ports';
import type { Jira } from '../ports';
import type { CharterStore } from '../charter/ports';
import { withProjectKey } from '../../domain/team/team';
import { Unavailable } from '../../platform/unavailable';
import type { TeamStore } from '../team/ports';
import type { JiraProjectKeys, ProjectRecords } from './ports';

export interface RekeyProjectPorts extends RekeyPorts {
  readonly jira: RekeyPorts['jira'] & Pick<Jira, 'itemsWithFields' | 'projectKeys'>;
  readonly charters: RekeyPorts['charters'] & Pick<CharterStore, 'find'>;
  readonly projectRecords: ProjectRecords;
  readonly teams: TeamStore;
  readonly followUps: FollowUps;
}

/** Jira gives at most so many items at once; a page of charters is no larger. */
const ITEMS_AT_ONCE = 100;

/**
 * Lets everything that is kept of a project follow to the key it has now: first what lies under its key, then its
 * charters, a page an event. What an event said is only a hint, so it may come twice, late, or after a later one.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function rekeyProject(
  { projectId, from, cursor }: RekeyProjectJob,
  ports: RekeyProjectPorts,
): Promise<void> {
  if (from !== undefined && cursor !== undefined) return rekeyPage({ projectId, from, cursor }, ports);
  const keys = await ports.jira.projectKeys(projectId);
  if (!keys) return;
  // Asked for before anything moves: a run that ends in between would leave them aside until the next day's look.
  const strangers = await ports.projectRecords.strangers([{ projectId, key: keys.key }]);
  if (strangers.length > 0)
    await ports.followUps.push(
      strangers.map((one): FollowUp => ({ kind: 'rekey-project', projectId: one.projectId, from: keys.key })),
    );
  const former = new Set([...keys.formerKeys, ...(from === undefined || from === keys.key ? [] : [from])]);
  const jobs: FollowUp[] = [];
  for (const key of former) {
    const isListed = keys.formerKeys.includes(key);
    const place = { projectId, from: key, to: keys.key, isListed };
    for (const stranger of await ports.projectRecords.rekey(place))
      jobs.push({ kind: 'rekey-project', projectId: stranger, from: keys.key });
    jobs.push({ kind: 'rekey-project', projectId, from: key, cursor: FIRST });
  }
  await rekeyInTeams({ projectId, projectKey: keys.key }, ports);
  if (jobs.length > 0) await ports.followUps.push(jobs);
}

/** Teams answer for a project by its id, and show its key. Where somebody saves them meanwhile, it is tried again. */
async function rekeyInTeams(
  project: { readonly projectId: string; readonly projectKey: string },
  { teams, clock }: Pick<RekeyProjectPorts, 'teams' | 'clock'>,
): Promise<void> {
  const known = await teams.read();
  const next = withProjectKey(known.teams, project);
  if (next === known.teams) return;
  const outcome = await teams.write({ version: known.version + 1, teams: next }, clock.now());
  if (outcome === 'conflict') throw new Unavailable('storage', 'the teams are busy');
}

/** In place of a cursor, for the first page. */
const FIRST = 'first';

async function rekeyPage(
  { projectId, from, cursor }: { readonly projectId: string; readonly from: string; readonly cursor: string },
  ports: RekeyProjectPorts,
): Promise<void> {
  const page = await ports.charters.find({ projectKey: from }, cursor === FIRST ? undefined : cursor);
  const moved: string[] = [];
  for (let at = 0; at < page.found.length; at += ITEMS_AT_ONCE) {
    const some = page.found.slice(at, at + ITEMS_AT_ONCE);
    const items = await ports.jira.itemsWithFields(some.map(({ issueId }) => issueId));
    const keyOf = new Map(items.map(({ issueId, issueKey }) => [issueId, issueKey]));
    for (const { issueKey, issueId } of some) {
      const current = keyOf.get(issueId);
      // An item out of the app's sight is not taken for deleted; its charter waits for whoever sees it.
      if (current === undefined || current === issueKey) continue;
      await rekeyCharter(issueKey, current, issueId, ports);
      moved.push(issueId);
    }
  }
  const jobs: FollowUp[] = [];
  if (moved.length > 0) jobs.push({ kind: 'compare-fields', issueIds: moved });
  if (page.next === undefined) await ports.projectRecords.followed(projectId, from);
  else jobs.push({ kind: 'rekey-project', projectId, from, cursor: page.next });
  if (jobs.length > 0) await ports.followUps.push(jobs);
}

/**
 * Looks which projects have another key than they had, a hundred a time, for what no event told. A project that was
 * found once is looked at every day: where nothing is left under its former keys, that ends after one look.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function findRenamed(
  { startAt }: FindRenamedJob,
  {
    jira,
    projectRecords,
    followUps,
  }: {
    readonly jira: Pick<JiraProjectKeys, 'projectPage'>;
    readonly projectRecords: Pick<ProjectRecords, 'strangers'>;
    readonly followUps: FollowUps;
  },
): Promise<void> {
  const { projects, next } = await jira.projectPage(startAt);
  const strangers = await projectRecords.strangers(projects);
  const jobs: FollowUp[] = [
    ...projects
      .filter(({ formerKeys }) => formerKeys.length > 0)
      .map(({ projectId }): FollowUp => ({ kind: 'rekey-project', projectId })),
    ...strangers.map(({ projectId, key }): FollowUp => ({ kind: 'rekey-project', projectId, from: key })),
    ...(next === undefined ? [] : [{ kind: 'find-renamed' as const, startAt: next }]),
  ];
  if (jobs.length > 0) await followUps.push(jobs);
}
