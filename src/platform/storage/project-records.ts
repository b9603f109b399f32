import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { ProjectPlace, ProjectRecords } from '../../app/lifecycle/ports';
import { Unavailable } from '../unavailable';
import { array, record } from '../read';
import { readAll } from './batch';
import { BRAKE_ENTITY } from './brakes';
import { BORDER_ENTITY } from './gate-traces';
import { asking } from './kvs-failure';
import { POLICY_ENTITY } from './policy-record';
import { VERSION_ENTITY, type VersionRecord } from './policies';
import { noteFollowed, noteHomes } from './project-homes';
import { SUMMARY_ENTITY } from './project-summaries';
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
/** Two operations a version, of the 25 that one transaction takes. */
const VERSIONS_AT_ONCE = 12;

/** What two records of one project become: what was written under the new key came later. */
const JOINED: Readonly<Record<string, (former: Kept, later: Kept) => Kept>> = {
  [POLICY_ENTITY]: (_former, later) => later,
  [SUMMARY_ENTITY]: (_former, later) => later,
  [BRAKE_ENTITY]: (former, later) => ({
    ...later,
    brakes: [...array(later.brakes), ...array(former.brakes)].slice(0, BRAKES_KEPT),
  }),
  [BORDER_ENTITY]: (former, later) => ({
    ...later,
    borders: { ...record(former.borders), ...record(later.borders) },
  }),
  [READINESS_ENTITY]: (former, later) => ({
    ...later,
    events: [...array(former.events), ...array(later.events)],
  }),
};

/** Where a project's records wait that another took the key of; no key of a project has a colon. */
const aside = (key: string, projectId: string): string => `${key}:${projectId}`;

const read = (entityName: string, key: string): Promise<Kept | undefined> =>
  asking(() => kvs.entity<Kept>(entityName).get(key));

/** The record is still the one that was read; those without a version are written by nobody who reads them first. */
const unchanged = (kept: Kept | undefined) =>
  kept?.version === undefined
    ? undefined
    : new Filter<Kept>().and('version', FilterConditions.equalTo(kept.version));

async function rekeyVersions(from: string, to: string): Promise<void> {
  const query = () =>
    kvs
      .entity<VersionRecord>(VERSION_ENTITY)
      .query()
      .index('by-owner', { partition: [from] });
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const asked = query().limit(VERSIONS_AT_ONCE);
    const at = cursor;
    const { results, nextCursor } = await asking(() =>
      (at === undefined ? asked : asked.cursor(at)).getMany(),
    );
    const there = await readAll(
      VERSION_ENTITY,
      results.map(({ value }) => `${to}:${value.version}`),
    );
    const transaction = kvs.transact();
    const free = results.filter(({ value }) => !there.has(`${to}:${value.version}`));
    for (const { key, value } of free) {
      transaction.set(`${to}:${value.version}`, { ...value, owner: to }, { entityName: VERSION_ENTITY });
      transaction.delete(key, { entityName: VERSION_ENTITY });
    }
    if (free.length > 0) await asking(() => transaction.execute());
    cursor = nextCursor;
  }
}

/** Answers whose record had to make room. */
async function rekeyRecord(
  entityName: string,
  { projectId, from, to, isListed }: ProjectPlace,
): Promise<readonly string[]> {
  const [mine, there] = await Promise.all([read(entityName, from), read(entityName, to)]);
  if (!mine || (mine.projectId === undefined ? !isListed : mine.projectId !== projectId)) return [];
  const stranger =
    there?.projectId === undefined || there.projectId === projectId ? undefined : there.projectId;
  if (entityName === POLICY_ENTITY) {
    if (stranger !== undefined) await rekeyVersions(to, aside(to, stranger));
    await rekeyVersions(from, to);
  }
  const joined = there && stranger === undefined ? JOINED[entityName]?.(mine, there) : undefined;
  const conditions = { mine: unchanged(mine), there: unchanged(there) };
  const transaction = kvs.transact();
  if (there && stranger !== undefined) transaction.set(aside(to, stranger), there, { entityName });
  transaction.set(
    to,
    // Known by id from now on, whatever it was before.
    { ...(joined ?? mine), ...(entityName !== READINESS_ENTITY && { projectId }) },
    { entityName, ...(conditions.there && { conditions: conditions.there }) },
  );
  transaction.delete(from, { entityName, ...(conditions.mine && { conditions: conditions.mine }) });
  try {
    await transaction.execute();
    return stranger === undefined ? [] : [stranger];
  } catch (error) {
    throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
  }
}

/** Everything that lies under the key of a project. */
export const projectRecords: ProjectRecords = {
  async rekey(place) {
    // Under the key itself, or beside it where another project took it meanwhile.
    const strangers = new Set<string>();
    for (const from of [place.from, aside(place.from, place.projectId)])
      for (const entityName of Object.keys(JOINED))
        for (const one of await rekeyRecord(entityName, { ...place, from })) strangers.add(one);
    await noteHomes([place]);
    return [...strangers];
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
