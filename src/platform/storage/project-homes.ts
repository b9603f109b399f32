import { Filter, FilterConditions, kvs, type BatchGetResult } from '@forge/kvs';
import type { Home, ProjectPlace } from '../../app/policy/ports';
import { formerHome, keyOfHome, type ProjectHomes } from '../../domain/policy/home';
import { atHome, type AtHome } from './at-home';
import { BATCH_KEYS, pick, readAll } from './batch';
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

interface Found<T> {
  readonly record: T | undefined;
  readonly homes: ProjectHomes;
}

const isAnothers = (record: { readonly projectId?: string } | undefined, projectId: string | null): boolean =>
  projectId !== null && record?.projectId !== undefined && record.projectId !== projectId;

/**
 * Records of one entity by key, and the homes of projects, in as few reads as storage allows; absent ones are left out.
 *
 * @throws Unavailable
 */
export async function readWithHomes<T>(
  entityName: string,
  keys: readonly string[],
): Promise<{ readonly found: ReadonlyMap<string, T>; readonly homes: ProjectHomes }> {
  const distinct = [...new Set(keys)];
  const beside = distinct.splice(0, BATCH_KEYS - homeItems.length);
  const [result, others] = await Promise.all([
    storageCall(() => kvs.batchGet<unknown>([...beside.map((key) => ({ entityName, key })), ...homeItems])),
    readAll<T>(entityName, distinct),
  ]);
  const found = beside.flatMap((key): [string, T][] => {
    const value = pick<T>(result, entityName, key);
    return value === undefined ? [] : [[key, value]];
  });
  return { found: new Map([...found, ...others]), homes: homesIn(result) };
}

/**
 * Records of projects by the key each was asked by, wherever they lie; what another project left under the key is not taken
 * for its own.
 *
 * @throws Unavailable
 */
async function readHomes<T extends { readonly projectId?: string }>(
  entityName: string,
  places: readonly ProjectPlace[],
): Promise<ReadonlyMap<string, AtHome<Found<T>>>> {
  return atHome(
    places,
    async (keys) => {
      const { found, homes } = await readWithHomes<T>(entityName, keys);
      return new Map(keys.map((key) => [key, { record: found.get(key), homes }]));
    },
    ({ record, homes }, key, projectId) =>
      record?.projectId !== undefined && !isAnothers(record, projectId)
        ? undefined
        : formerHome(homes, key, projectId),
    ({ record }, projectId) => record !== undefined && !isAnothers(record, projectId),
  );
}

/**
 * A project's record, wherever it lies: one read, and others only where the project keeps its records under a key it had.
 *
 * @throws Unavailable
 */
export async function readAtHome<T extends { readonly projectId?: string }>(
  entityName: string,
  place: ProjectPlace,
): Promise<{ readonly record: T | undefined; readonly home: Home }> {
  const [found, projectId] = await Promise.all([readHomes<T>(entityName, [place]), place.id]);
  const { found: here, home } = found.get(place.project) ?? { home: { liesUnder: place.project } };
  return { record: isAnothers(here?.record, projectId) ? undefined : here?.record, home };
}

/**
 * The same of several projects, by the key each was asked by; those without one are absent. As few reads as storage allows.
 *
 * @throws Unavailable
 */
export async function readManyAtHome<T extends { readonly projectId?: string }>(
  entityName: string,
  places: readonly ProjectPlace[],
): Promise<ReadonlyMap<string, T>> {
  const [found, ids] = await Promise.all([
    readHomes<T>(entityName, places),
    Promise.all(places.map(async ({ id }) => await id)),
  ]);
  return new Map(
    places.flatMap(({ project }, at): [string, T][] => {
      const record = found.get(project)?.found?.record;
      return record && !isAnothers(record, ids[at] ?? null) ? [[project, record]] : [];
    }),
  );
}

type Transaction = ReturnType<typeof kvs.transact>;

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
  // Charters stay under the key itself while other records wait beside it.
  const key = keyOfHome(known);
  return {
    of,
    left: key === known ? { ...homes.left, [key]: projectId } : homes.left,
    following: { ...homes.following, [projectId]: key },
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
      await (await changed(kvs.transact(), after))?.execute();
      return;
    } catch {
      // Somebody else noted another, or storage is out.
    }
  }
}

/** A transaction that also changes what is noted, as long as nobody else did; undefined where nothing changes. */
async function changed(
  transaction: Transaction,
  after: (known: ProjectHomes) => ProjectHomes,
): Promise<Transaction | undefined> {
  const found = await storageCall(() => kvs.entity<HomesRecord>(ENTITY).get(KEY));
  const known = decoded(found);
  const { of: homes, left, following } = after(known);
  if (homes === known.of && following === known.following) return undefined;
  const unchanged = new Filter<HomesRecord>().and(
    'version',
    found ? FilterConditions.equalTo(found.version) : FilterConditions.notExists(),
  );
  const version = (found?.version ?? 0) + 1;
  const next: HomesRecord = { version, homes, ...(left && { left }), ...(following && { following }) };
  return transaction.set(KEY, next, { entityName: ENTITY, conditions: unchanged });
}

/**
 * Runs a transaction that moves a project's records, and notes their home in the same one: who looks for them meanwhile
 * finds them wherever they lie.
 *
 * @throws what the transaction fails with, also where somebody else noted another home meanwhile
 */
export async function moveWithHome(transaction: Transaction, move: HomeMove): Promise<void> {
  await ((await changed(transaction, (known) => moved(known, move))) ?? transaction).execute();
}
