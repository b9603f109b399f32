import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { ProjectPlace, ProjectRecords } from '../../app/lifecycle/ports';
import { asideKey } from '../../domain/policy/home';
import { Unavailable } from '../unavailable';
import { array, record } from '../read';
import { pick, readAll } from './batch';
import { BRAKE_ENTITY } from './brakes';
import { BORDER_ENTITY } from './gate-traces';
import { storageCall } from './kvs-failure';
import { POLICY_ENTITY } from './policy-record';
import { moveWithHome, noteFollowed, noteHomes } from './project-homes';
import { SUMMARY_ENTITY } from './project-summaries';
import { copyVersions, dropCopiedVersions } from './project-versions';
import { READINESS_ENTITY } from './readiness';

/** As much of any of them as is looked at here; the rest goes along. */
interface Kept {
  readonly projectId?: string;
  readonly version?: number;
  readonly brakes?: unknown;
  readonly borders?: unknown;
  readonly events?: unknown;
}

/** Brakes of a record that are kept; those before tell nothing any more. */
const BRAKES_KEPT = 20;

/** Those of both lists; of two that began at the same moment the first, since what came later may have ended it. */
function brakesOf(...records: readonly Kept[]): readonly unknown[] {
  const byStart = new Map<unknown, unknown>();
  for (const brake of records.flatMap(({ brakes }) => array(brakes))) {
    const start = record(brake).at;
    if (!byStart.has(start)) byStart.set(start, brake);
  }
  return [...byStart.values()].slice(0, BRAKES_KEPT);
}

/** As storage keeps them. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const eventsOf = (...records: readonly Kept[]): readonly unknown[] =>
  records
    .flatMap(({ events }) => array(events))
    .filter((event, at, all) => all.findIndex((other) => isSame(event, other)) === at);

type Join = (former: Kept, later: Kept) => Kept;

/** What two records of one project become: what was written under the new key came later. Joined twice is joined once. */
const later: Join = (_former, written) => written;
const COMPANIONS: Readonly<Record<string, Join>> = {
  [SUMMARY_ENTITY]: later,
  [BRAKE_ENTITY]: (former, written) => ({ ...written, brakes: brakesOf(written, former) }),
  [BORDER_ENTITY]: (former, written) => ({
    ...written,
    borders: { ...record(former.borders), ...record(written.borders) },
  }),
  [READINESS_ENTITY]: (former, written) => ({ ...written, events: eventsOf(former, written) }),
};
const ENTITIES: Readonly<Record<string, Join>> = { [POLICY_ENTITY]: later, ...COMPANIONS };

const read = (entityName: string, key: string): Promise<Kept | undefined> =>
  storageCall(() => kvs.entity<Kept>(entityName).get(key));

/**
 * The record is still the one that was read, and where none was read, none was written meanwhile. Records without a version
 * are kept beside what was decided, and the next write tells the same again.
 */
function unchanged(kept: Kept | undefined) {
  const filter = new Filter<Kept>();
  if (!kept) return { conditions: filter.and('projectId', FilterConditions.notExists()) };
  return kept.version === undefined
    ? {}
    : { conditions: filter.and('version', FilterConditions.equalTo(kept.version)) };
}

async function executed(transaction: () => Promise<unknown>): Promise<void> {
  try {
    await transaction();
  } catch (error) {
    throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
  }
}

/** One record that follows, and what lies in its place. */
interface Following {
  readonly entityName: string;
  readonly mine: Kept;
  /** Known by id from now on, whatever it was before. */
  readonly next: Kept;
  readonly there: Kept | undefined;
}

async function followingOf(
  entityName: string,
  { projectId, from, to, isListed }: ProjectPlace,
): Promise<Following | null> {
  const [mine, there] = await Promise.all([read(entityName, from), read(entityName, to)]);
  if (!mine || (mine.projectId === undefined ? !isListed : mine.projectId !== projectId)) return null;
  const joined = there ? (ENTITIES[entityName] ?? later)(mine, there) : mine;
  return { entityName, mine, next: { ...joined, projectId }, there };
}

/**
 * What is read beside a policy is copied before it and dropped after it, since each key may be in a transaction only once: a
 * policy that lay elsewhere than the brake on it would hold back what the brake lets pass.
 */
async function rekeyRecords(place: ProjectPlace): Promise<void> {
  const { projectId, from, to } = place;
  const found = await Promise.all(Object.keys(COMPANIONS).map((entity) => followingOf(entity, place)));
  const companions = found.filter((one) => one !== null);
  for (const { entityName, next, there } of companions)
    if (!isSame(next, there))
      await executed(() =>
        kvs
          .transact()
          .set(to, next, { entityName, ...unchanged(there) })
          .execute(),
      );
  const policy = await followingOf(POLICY_ENTITY, place);
  if (policy) {
    await copyVersions(from, to);
    const { entityName, mine, next, there } = policy;
    const transaction = kvs
      .transact()
      .set(to, next, { entityName, ...unchanged(there) })
      .delete(from, { entityName, ...unchanged(mine) });
    await executed(() => moveWithHome(transaction, { projectId, to }));
  } else if (companions.length > 0) await noteHomes([{ projectId, to }]);
  for (const { entityName, mine } of companions)
    await executed(() =>
      kvs
        .transact()
        .delete(from, { entityName, ...unchanged(mine) })
        .execute(),
    );
  // Also after a run that ended between the two.
  if (policy || (await isMoved(place))) await dropCopiedVersions(from, to);
}

/** Whether the policy lies under the new key already, and nobody's under the former one. */
async function isMoved({ projectId, from, to }: ProjectPlace): Promise<boolean> {
  const found = await readAll<Kept>(POLICY_ENTITY, [from, to]);
  return !found.has(from) && found.get(to)?.projectId === projectId;
}

/** Whatever another project left under a key waits beside it, and is found there until that project's turn comes. */
async function makeRoom(key: string, projectId: string): Promise<readonly string[]> {
  const entities = Object.keys(ENTITIES);
  const found = await storageCall(() =>
    kvs.batchGet<unknown>(entities.map((entityName) => ({ entityName, key }))),
  );
  const owners = new Set(entities.flatMap((entity) => pick<Kept>(found, entity, key)?.projectId ?? []));
  owners.delete(projectId);
  for (const owner of owners) {
    const to = asideKey(key, owner);
    await rekeyRecords({ projectId: owner, from: key, to, isListed: false });
  }
  return [...owners];
}

/** Everything that lies under the key of a project. */
export const projectRecords: ProjectRecords = {
  async rekey(place) {
    const strangers = await makeRoom(place.to, place.projectId);
    // Under the key itself, or beside it where another project took it meanwhile.
    for (const from of [place.from, asideKey(place.from, place.projectId)]) {
      await rekeyRecords({ ...place, from });
      await noteHomes([{ ...place, from }]);
    }
    return strangers;
  },

  followed: noteFollowed,

  async strangers(projects) {
    const keys = projects.map(({ key }) => key);
    const found = await Promise.all(
      [POLICY_ENTITY, BORDER_ENTITY].map((entityName) => readAll<Kept>(entityName, keys)),
    );
    const [policies] = found;
    // A policy from before homes were noted.
    await noteHomes(
      projects.flatMap(({ projectId, key }) => {
        const kept = policies?.get(key);
        return kept && (kept.projectId ?? projectId) === projectId ? [{ projectId, to: key }] : [];
      }),
    );
    const strangers = projects.flatMap(({ projectId, key }) =>
      found.flatMap((records) => {
        const owner = records.get(key)?.projectId;
        return owner === undefined || owner === projectId ? [] : [{ projectId: owner, key }];
      }),
    );
    return strangers.filter(
      (one, at) => strangers.findIndex((other) => other.projectId === one.projectId) === at,
    );
  },
};
