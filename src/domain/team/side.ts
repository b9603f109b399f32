import type { AccountId, IssueKey, ProjectKey } from '../ids';
import { projectOf } from '../values';
import type { WithPresence } from './presence';
import { teamsOf } from './presence';
import { peopleOfTeam, type Team, type TeamId } from './team';

/** One side of a handoff: a team of the directory, else a project, else no team that anybody named. Never a person. */
export type Side =
  | { readonly teamId: TeamId; readonly name: string }
  | { readonly projectKey: ProjectKey }
  | { readonly unnamed: true };

export const noTeamNamed: Side = { unnamed: true };

/** Names a side; the same one always has the same name, whatever its team is called meanwhile. */
export const sideKey = (side: Side): string =>
  'teamId' in side
    ? `team ${side.teamId}`
    : 'projectKey' in side
      ? `project ${side.projectKey}`
      : 'no team named';

const place = (side: Side): number => ('teamId' in side ? 0 : 'projectKey' in side ? 1 : 2);
const nameIn = (side: Side): string =>
  'teamId' in side ? side.name.toLowerCase() : 'projectKey' in side ? side.projectKey : '';
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In the order of their names, teams before projects: nobody is ranked. */
export const bySideName = (a: Side, b: Side): number =>
  place(a) - place(b) || order(nameIn(a), nameIn(b)) || order(sideKey(a), sideKey(b));

/** Each side once, in the order of their names. */
export const sidesIn = (all: readonly Side[]): readonly Side[] =>
  [...new Map(all.map((side) => [sideKey(side), side])).values()].sort(bySideName);

/** Of each person their teams, and of each project the team that answers for all of it; both in the directory's order. */
interface Index {
  readonly ofPerson: ReadonlyMap<AccountId, readonly Team[]>;
  readonly ofProject: ReadonlyMap<ProjectKey, Team>;
}

const indexes = new WeakMap<readonly Team[], Index>();

function indexOf(teams: readonly Team[]): Index {
  const known = indexes.get(teams);
  if (known) return known;
  const ofPerson = new Map<AccountId, Team[]>();
  const ofProject = new Map<ProjectKey, Team>();
  for (const team of teams) {
    for (const accountId of peopleOfTeam(team)) {
      const theirs = ofPerson.get(accountId);
      if (theirs) theirs.push(team);
      else ofPerson.set(accountId, [team]);
    }
    for (const { projectKey, component } of team.answersFor) {
      if (component === undefined && !ofProject.has(projectKey)) ofProject.set(projectKey, team);
    }
  }
  const index = { ofPerson, ofProject };
  indexes.set(teams, index);
  return index;
}

/** Everybody's teams, the ones that answer for a project first. */
export function teamsOfPerson(
  accountId: AccountId,
  policy: WithPresence | undefined,
  projectKey?: ProjectKey,
): readonly Team[] {
  const theirs = indexOf(teamsOf(policy)).ofPerson.get(accountId) ?? [];
  const answers = ({ answersFor }: Team): boolean =>
    projectKey !== undefined && answersFor.some((one) => one.projectKey === projectKey);
  return [...theirs.filter(answers), ...theirs.filter((team) => !answers(team))];
}

/** What is known of whoever stands on one side. */
interface Known {
  /** Who was asked, or who asks; null where nobody is named. */
  readonly accountId?: AccountId | null;
  /** The team that was asked, where one was. */
  readonly teamId?: TeamId | undefined;
  /** Their own work item, or the one that needs something. */
  readonly issueKey?: IssueKey | undefined;
}

const ofTeam = ({ id, name }: Team): Side => ({ teamId: id, name });

/**
 * The side somebody stands on, by the teams as they are now: the team that was asked, else their own team, of several the one that answers for the
 * project of the work item; else whoever answers for that project; else the project itself.
 */
export function sideOf(
  { accountId = null, teamId, issueKey }: Known,
  policy: WithPresence | undefined,
): Side {
  const asked = teamId === undefined ? undefined : teamsOf(policy).find(({ id }) => id === teamId);
  if (asked) return ofTeam(asked);
  const projectKey = issueKey === undefined ? undefined : projectOf(issueKey);
  const own = accountId === null ? undefined : teamsOfPerson(accountId, policy, projectKey)[0];
  if (own) return ofTeam(own);
  if (projectKey === undefined) return noTeamNamed;
  const team = indexOf(teamsOf(policy)).ofProject.get(projectKey);
  return team ? ofTeam(team) : { projectKey };
}

/** The side of whoever was asked for something, with their own work item where it is named. */
export const providerSide = (
  {
    providerAccountId,
    providerIssueKey,
    team,
  }: {
    readonly providerAccountId: AccountId;
    readonly providerIssueKey?: IssueKey | undefined;
    readonly team?: { readonly id: TeamId } | undefined;
  },
  policy: WithPresence | undefined,
): Side => sideOf({ accountId: providerAccountId, teamId: team?.id, issueKey: providerIssueKey }, policy);

/** Whether somebody is of the team that stands on a side. */
export const isOfSide = (accountId: AccountId, side: Side, policy: WithPresence | undefined): boolean =>
  'teamId' in side && teamsOfPerson(accountId, policy).some(({ id }) => id === side.teamId);
