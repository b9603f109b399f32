import type { PolicySave, ReadinessAnswer } from '../../contract/readiness';
import { pathOfReinforcement } from '../../contract/reinforcement-path';
import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import { decide, type ProgrammeCommand } from '../../domain/readiness/decide';
import { reinforcementsBetween } from '../../domain/readiness/policy-changes';
import { latestRound, programmeOf, type Programme } from '../../domain/readiness/programme';
import type { AccountId } from '../../domain/values';
import { isBefore } from '../../domain/time/time';
import type { Home, PolicyStore, ProjectPlace } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import type { ReadinessStore, StoredReadiness } from './ports';
import { savedPolicyFor } from '../subject/policy-for';
import { readPeople } from '../subject/read-people';

export interface ReadinessPorts {
  readonly readiness: ReadinessStore;
  readonly policies: Pick<PolicyStore, 'read' | 'versions'>;
  readonly jira: Pick<Jira, 'people' | 'projectRights' | 'projectId'>;
  readonly clock: Clock;
}

const placeOf = (projectKey: string, { jira }: Pick<ReadinessPorts, 'jira'>): ProjectPlace => ({
  project: projectKey,
  id: jira.projectId(projectKey),
});

/** A project's readiness programme, for anybody who may see the project. */
export async function getReadiness(projectKey: string, ports: ReadinessPorts): Promise<ReadinessAnswer> {
  const project = placeOf(projectKey, ports);
  const [stored, { administer }] = await Promise.all([
    ports.readiness.read(project),
    ports.jira.projectRights(projectKey),
  ]);
  return answer(project, stored, administer, ports);
}

export interface ChangeRequest {
  readonly projectKey: string;
  readonly by: AccountId;
  /** Version that was read. */
  readonly version: number;
}

/**
 * One step of the programme, written as the version after the one it was read at.
 *
 * @throws CallRefused `changed-meanwhile` when somebody else was faster, `invalid` where the step makes no sense now;
 * nothing was written.
 */
export async function changeReadiness(
  { projectKey, by, version }: ChangeRequest,
  command: ProgrammeCommand,
  ports: ReadinessPorts,
): Promise<ReadinessAnswer> {
  const project = placeOf(projectKey, ports);
  const [stored, projectId] = await Promise.all([ports.readiness.read(project), project.id]);
  if (stored.version !== version) throw changedMeanwhile();
  const at = ports.clock.now();
  const decided = decide(programmeOf(stored.events), command, { at, by });
  if (!decided.ok) {
    throw new CallRefused({ code: 'invalid', message: refusalText(decided.error) });
  }
  const next = {
    version: version + 1,
    events: [...stored.events, ...decided.value],
    ...(projectId !== null && { projectId }),
  };
  if ((await ports.readiness.write(stored.home, next, at)) === 'conflict') throw changedMeanwhile();
  return answer(project, next, true, ports);
}

/** Records which save of the policy is the programme's reinforcement; what that save changed is read, not taken on trust. */
export async function recordReinforcement(
  {
    policyVersion,
    change,
    ...request
  }: ChangeRequest & { readonly policyVersion: number; readonly change: string },
  ports: ReadinessPorts,
): Promise<ReadinessAnswer> {
  const { home } = await ports.policies.read(placeOf(request.projectKey, ports));
  const saves = await savesOf(home, ports);
  const save = saves.find((one) => one.policyVersion === policyVersion);
  const found = save?.changes.find((one) => pathOfReinforcement(one) === change);
  if (!save || !found) {
    throw new CallRefused({ code: 'invalid', field: 'change', message: refusalText('no-such-change') });
  }
  return changeReadiness(
    request,
    { type: 'reinforce', change: found, policyVersion, since: save.savedAt },
    ports,
  );
}

const changedMeanwhile = (): CallRefused =>
  new CallRefused({ code: 'changed-meanwhile', message: refusalText('programme-changed') });

async function answer(
  project: ProjectPlace,
  { version, events }: StoredReadiness,
  mayChange: boolean,
  ports: ReadinessPorts,
): Promise<ReadinessAnswer> {
  const programme = programmeOf(events);
  const round = latestRound(events);
  const [policyRecord, projectId] = await Promise.all([ports.policies.read(project), project.id]);
  const all = isRunning(programme) ? await savesOf(policyRecord.home, ports) : [];
  const saves = all.filter(
    ({ savedAt, changes }) => changes.length > 0 && (!programme || !isBefore(savedAt, programme.startedAt)),
  );
  const named = [...round.map(({ by }) => by), ...saves.map(({ savedBy }) => savedBy)];
  return {
    ok: true,
    version,
    programme,
    events: round,
    earlierRounds: Math.max(0, events.filter(({ type }) => type === 'programme-started').length - 1),
    policy: savedPolicyFor(policyRecord, projectId),
    saves,
    mayChange,
    people: await readPeople(ports.jira, 'user', named),
    now: ports.clock.now(),
  };
}

const isRunning = (programme: Programme | null): boolean => programme !== null && programme.decision === null;

/** The saves of a project's policy that are still listed, oldest first, each with what it changed. */
async function savesOf(
  home: Home,
  { policies }: Pick<ReadinessPorts, 'policies'>,
): Promise<readonly PolicySave[]> {
  const [newestFirst, above] = await Promise.all([
    policies.versions(home),
    policies.read('site').then((site) => savedPolicyFor(site, null)),
  ]);
  const versions = [...newestFirst].reverse();
  return versions.map(({ version, savedAt, savedBy, policy }, index): PolicySave => ({
    policyVersion: version,
    savedAt,
    savedBy,
    // Where a project decided nothing it followed the site, as far as the site's policy of today tells.
    changes: reinforcementsBetween(versions[index - 1]?.policy ?? above, policy ?? above),
  }));
}
