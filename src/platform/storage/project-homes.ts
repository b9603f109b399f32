import { Filter, FilterConditions, kvs, type BatchGetResult } from '@forge/kvs';
import type { Home, ProjectPlace } from '../../app/policy/ports';
import { formerHome, type ProjectHomes } from '../../domain/policy/home';
import { pick, readAll } from './batch';
import { storageCall } from './kvs-failure';

const ENTITY = 'project-home';
const KEY = 'site';
const ATTEMPTS = 3;

interface HomesRecord {
  readonly version: number;
  readonly homes: ProjectHomes['of'];
  readonly left?: ProjectHomes['left'];
  readonly following?: ProjectHomes['following'];
}

/** What a batch asks for besides, so that a project is known by its id whatever its key is. */
export const homeItems = [{ entityName: ENTITY, key: KEY }];

/** What such a batch brought. */
export const homesIn = (result: BatchGetResult<unknown>): ProjectHomes =>
  decoded(pick<HomesRecord>(result, ENTITY, KEY));

const decoded = (found: HomesRecord | undefined): ProjectHomes => ({
  of: found?.homes ?? {},
  left: found?.left,
  following: found?.following,
});

/**
 * A project's record, wherever it lies: one read, and another only where the project keeps its records under a key it had.
 * What another project left under the key is not taken for its own.
 *
 * @throws Unavailable
 */
export async function readAtHome<T extends { readonly projectId?: string }>(
  entityName: string,
  { project, id }: ProjectPlace,
): Promise<{ readonly record: T | undefined; readonly home: Home }> {
  const [found, projectId] = await Promise.all([
    storageCall(() => kvs.batchGet<unknown>([{ entityName, key: project }, ...homeItems])),
    id,
  ]);
  const here = pick<T>(found, entityName, project);
  const isAnothers = projectId !== null && here?.projectId !== undefined && here.projectId !== projectId;
  const former = formerHome(homesIn(found), project, projectId);
  if (former === undefined || (here?.projectId !== undefined && !isAnothers))
    return { record: isAnothers ? undefined : here, home: { liesUnder: project } };
  const record = await storageCall(() => kvs.entity<T>(entityName).get(former));
  if (record !== undefined) return { record, home: { liesUnder: former } };
  // It followed to the new key between the two reads, or there is none.
  const followed = await storageCall(() => kvs.entity<T>(entityName).get(project));
  const isOwn = followed?.projectId !== undefined && followed.projectId === projectId;
  return isOwn
    ? { record: followed, home: { liesUnder: project } }
    : { record: undefined, home: { liesUnder: former } };
}

/**
 * The same of several projects, by the key each was asked by; those without one are absent. As few reads as storage allows,
 * and others only for projects that keep their records under a key they had.
 *
 * @throws Unavailable
 */
export async function readManyAtHome<T extends { readonly projectId?: string }>(
  entityName: string,
  places: readonly ProjectPlace[],
): Promise<ReadonlyMap<string, T>> {
  const [found, homes, ids] = await Promise.all([
    readAll<T>(
      entityName,
      places.map(({ project }) => project),
    ),
    storageCall(() => kvs.batchGet<unknown>(homeItems)).then(homesIn),
    Promise.all(places.map(async ({ id }) => await id)),
  ]);
  const own: [string, T][] = [];
  const elsewhere = new Map<string, string>();
  places.forEach(({ project }, at) => {
    const projectId = ids[at] ?? null;
    const here = found.get(project);
    const isAnothers = projectId !== null && here?.projectId !== undefined && here.projectId !== projectId;
    const former = formerHome(homes, project, projectId);
    if (former !== undefined && (here?.projectId === undefined || isAnothers)) elsewhere.set(project, former);
    else if (here && !isAnothers) own.push([project, here]);
  });
  const moved = await readAll<T>(entityName, [...elsewhere.values()]);
  // Those that followed to the new key between the two reads.
  const gone = [...elsewhere].flatMap(([project, former]) => (moved.has(former) ? [] : [project]));
  const followed = await readAll<T>(entityName, gone);
  for (const [project, former] of elsewhere) {
    const again = followed.get(project);
    const id = ids[places.findIndex((place) => place.project === project)] ?? null;
    const record = moved.get(former) ?? (again?.projectId === id ? again : undefined);
    if (record) own.push([project, record]);
  }
  return new Map(own);
}

interface HomeMove {
  readonly projectId: string;
  /** Only what is known to lie there moves; absent where something was written. */
  readonly from?: string;
  readonly to: string;
}

/** A home that is given up, or the one a project has now. */
function moved(homes: ProjectHomes, { projectId, from, to }: HomeMove): ProjectHomes {
  const known = homes.of[projectId];
  if (known === to || (from !== undefined && known !== from)) return homes;
  const of = { ...homes.of, [projectId]: to };
  if (known === undefined) return { ...homes, of };
  return {
    of,
    left: { ...homes.left, [known]: projectId },
    following: { ...homes.following, [projectId]: known },
  };
}

/**
 * Notes under which key a project's own records lie. It never fails: they are stored, and who does not find them again
 * at once does so with the next daily look.
 */
export const noteHomes = (moves: readonly HomeMove[]): Promise<void> =>
  change((known) => moves.reduce(moved, known));

/** Notes that no charter of a project lies under a key any more. It never fails: one read more is all that costs. */
export const noteFollowed = (projectId: string, from: string): Promise<void> =>
  change((known) => {
    const { [projectId]: key, ...following } = known.following ?? {};
    return key === from ? { ...known, following } : known;
  });

async function change(after: (known: ProjectHomes) => ProjectHomes): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      const found = await storageCall(() => kvs.entity<HomesRecord>(ENTITY).get(KEY));
      const known = decoded(found);
      const { of: homes, left, following } = after(known);
      if (homes === known.of && following === known.following) return;
      const unchanged = new Filter<HomesRecord>().and(
        'version',
        found ? FilterConditions.equalTo(found.version) : FilterConditions.notExists(),
      );
      const version = (found?.version ?? 0) + 1;
      const next: HomesRecord = { version, homes, ...(left && { left }), ...(following && { following }) };
      await kvs.transact().set(KEY, next, { entityName: ENTITY, conditions: unchanged }).execute();
      return;
    } catch {
      // Somebody else noted another, or storage is out.
    }
  }
}
