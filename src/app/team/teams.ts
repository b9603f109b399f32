import type { TeamsAnswer } from '../../contract/answers';
import type { TeamInput } from '../../contract/inputs-team';
import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import { numberOf } from '../../domain/team/numbers';
import { peopleOfTeam, problemIn, takerOf, type Team } from '../../domain/team/team';
import { localDate } from '../../domain/time/local-date';
import { siteDefault } from '../../domain/policy/policy';
import type { AccountId } from '../../domain/values';
import { logError } from '../../platform/log';
import type { FollowUps } from '../jobs/ports';
import type { Clock, Jira } from '../ports';
import { byAccount, readPeople } from '../subject/read-people';
import type { Directory, TeamStore } from './ports';

export interface TeamPorts {
  readonly teams: TeamStore;
  readonly jira: Pick<Jira, 'people' | 'projectId'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

async function answerWith({ version, teams }: Directory, { jira, clock }: TeamPorts): Promise<TeamsAnswer> {
  const now = clock.now();
  const people = await readPeople(jira, 'user', teams.flatMap(peopleOfTeam));
  const can = (accountId: AccountId): boolean => people[accountId]?.active === true;
  const today = ({ calendar }: Team) => localDate(now, (calendar ?? siteDefault.clocks.calendar).timeZone);
  return {
    ok: true,
    version,
    teams: [...teams],
    takers: Object.fromEntries(teams.map((team) => [team.id, takerOf(team, today(team), can)])),
    people,
    now,
  };
}

/** Every team of the site. */
export const listTeams = async (ports: TeamPorts): Promise<TeamsAnswer> =>
  answerWith(await ports.teams.read(), ports);

const refuse = (field: string, message: string): never => {
  throw new CallRefused({ code: 'invalid', field, message });
};

/** Ids for those that have none, and of each project the id that stays. */
async function resolved(
  inputs: readonly TeamInput[],
  before: readonly Team[],
  { jira }: TeamPorts,
): Promise<readonly Team[]> {
  const known = new Map(
    before.flatMap(({ answersFor }) => answersFor.map((one) => [one.projectKey, one.projectId] as const)),
  );
  const keys = [...new Set(inputs.flatMap((one) => one.answersFor.map(({ projectKey }) => projectKey)))];
  const found = new Map(
    await Promise.all(keys.map(async (key) => [key, await jira.projectId(key)] as const)),
  );
  let last = Math.max(0, ...[...before, ...inputs].map(({ id }) => numberOf(id)));
  return inputs.map(({ id, answersFor, ...team }, at): Team => ({
    ...team,
    id: id ?? `T${(last += 1)}`,
    answersFor: answersFor.map(({ projectKey, projectId: said, component }) => {
      const projectId = found.get(projectKey) ?? said ?? known.get(projectKey);
      return {
        projectId: projectId ?? refuse(`teams.${at}.answersFor`, refusalText('unknown-project')),
        projectKey,
        ...(component !== undefined && { component }),
      };
    }),
  }));
}

/** People and rotas are as they must be before anything is kept. */
async function check(teams: readonly Team[], { jira }: TeamPorts): Promise<void> {
  const problem = problemIn(teams);
  if (problem) refuse(`teams.${problem.at}`, refusalText(problem.problem));
  const known = byAccount(await jira.people('user', [...new Set(teams.flatMap(peopleOfTeam))]));
  for (const [at, team] of teams.entries()) {
    if (peopleOfTeam(team).some((accountId) => known[accountId]?.kind !== 'human'))
      refuse(`teams.${at}.members`, refusalText('unknown-member'));
  }
}

async function write(next: Directory, ports: TeamPorts): Promise<TeamsAnswer> {
  const outcome = await ports.teams.write(next, ports.clock.now());
  if (outcome === 'full') refuse('teams', refusalText('directory-full'));
  if (outcome === 'conflict') {
    throw new CallRefused({ code: 'changed-meanwhile', message: refusalText('teams-changed') });
  }
  try {
    // Hours decide when clocks run out.
    await ports.followUps.push([{ kind: 'reschedule', where: { everywhere: true } }]);
  } catch (error) {
    logError('Clocks could not be set to new hours', error);
  }
  return answerWith(next, ports);
}

/**
 * Saves all teams of the site in the place of those that were read.
 *
 * @throws CallRefused `changed-meanwhile`, `invalid`; nothing was written.
 */
export async function saveTeams(
  { version, teams }: { readonly version?: number | undefined; readonly teams: readonly TeamInput[] },
  ports: TeamPorts,
): Promise<TeamsAnswer> {
  const before = await ports.teams.read();
  const next = await resolved(teams, before.teams, ports);
  await check(next, ports);
  return write({ version: (version ?? before.version) + 1, teams: next }, ports);
}

/** @throws CallRefused `not-found` where the site has no such team. */
export async function removeTeam(teamId: string, ports: TeamPorts): Promise<TeamsAnswer> {
  const { version, teams } = await ports.teams.read();
  const left = teams.filter(({ id }) => id !== teamId);
  if (left.length === teams.length) {
    throw new CallRefused({ code: 'not-found', message: refusalText('not-found') });
  }
  return write({ version: version + 1, teams: left }, ports);
}
