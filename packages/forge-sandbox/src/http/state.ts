import { z } from 'zod';
import type { Sandbox } from '../sandbox';

const usersSchema = z.array(z.looseObject({ accountId: z.string() }));
const projectsSchema = z.looseObject({ values: z.array(z.looseObject({ key: z.string() })) });

/** The answer of `GET /sandbox/state`. */
export async function describeState(sandbox: Sandbox): Promise<Record<string, unknown>> {
  const [users, projects] = await Promise.all([
    list(sandbox, '/rest/api/3/users/search', (body) => usersSchema.parse(body)),
    list(sandbox, '/rest/api/3/project/search', (body) => projectsSchema.parse(body).values),
  ]);
  return {
    seed: sandbox.seed,
    seeds: sandbox.seeds,
    clock: { now: new Date(sandbox.clock.now()).toISOString(), ticking: sandbox.clock.ticking },
    users,
    projects,
    modules: sandbox.manifest.modules.map(({ type, key }) => ({ type, key })),
    schedules: sandbox.host.nextRuns(),
    queue: sandbox.queue.depth(),
    waiting: waitingEvents(sandbox),
    storage: sandbox.kvs.sizes(),
    points: { spentThisHour: sandbox.host.points.spentThisHour },
    faults: sandbox.faults.list(),
    lastErrors: sandbox.problems.list(),
  };
}

/** Events of Jira on their way to the app: how many, and the instant by which the last is due. */
export function waitingEvents(sandbox: Sandbox): { events: number; until: string | null } {
  const { events, until } = sandbox.host.pendingEvents();
  return { events, until: until === null ? null : new Date(until).toISOString() };
}

/** Every page of a Jira list, whoever may see what is on it. */
async function list(
  sandbox: Sandbox,
  path: string,
  parse: (body: unknown) => readonly unknown[],
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (;;) {
    const answer = await sandbox.jira.handle({
      method: 'GET',
      path,
      query: new URLSearchParams({ startAt: String(found.length), maxResults: '50' }),
      headers: {},
      body: undefined,
      actor: { kind: 'site' },
    });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    const page = parse(answer.body);
    found.push(...page);
    if (page.length < 50) return found;
  }
}
