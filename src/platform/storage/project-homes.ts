import { Filter, FilterConditions, kvs, type BatchGetResult } from '@forge/kvs';
import { pick } from './batch';
import { asking } from './kvs-failure';

const ENTITY = 'project-home';
const KEY = 'site';
const ATTEMPTS = 3;

/** By project id, the key under which a project's own policy or brakes lie. */
export type ProjectHomes = Readonly<Record<string, string>>;

interface HomesRecord {
  readonly version: number;
  readonly homes: ProjectHomes;
}

/** What a batch asks for besides, so that a project is known by its id whatever its key is. */
export const homeItems = [{ entityName: ENTITY, key: KEY }];

/** What such a batch brought. */
export const homesIn = (result: BatchGetResult<unknown>): ProjectHomes =>
  pick<HomesRecord>(result, ENTITY, KEY)?.homes ?? {};

/** A home that is given up, or the one a project has now. */
function moved(homes: ProjectHomes, { projectId, from, to }: HomeMove): ProjectHomes {
  const known = homes[projectId];
  return from !== undefined && known !== from ? homes : { ...homes, [projectId]: to };
}

interface HomeMove {
  readonly projectId: string;
  /** Only what is known to lie there moves; absent where something was written. */
  readonly from?: string;
  readonly to: string;
}

/**
 * Notes under which key a project's own records lie. It never fails: they are stored, and who does not find them again
 * at once does so with the next daily look.
 */
export async function noteHomes(moves: readonly HomeMove[]): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      const found = await asking(() => kvs.entity<HomesRecord>(ENTITY).get(KEY));
      const known = found?.homes ?? {};
      const homes = moves.reduce(moved, known);
      if (moves.every(({ projectId }) => homes[projectId] === known[projectId])) return;
      const unchanged = new Filter<HomesRecord>().and(
        'version',
        found ? FilterConditions.equalTo(found.version) : FilterConditions.notExists(),
      );
      const next: HomesRecord = { version: (found?.version ?? 0) + 1, homes };
      await kvs.transact().set(KEY, next, { entityName: ENTITY, conditions: unchanged }).execute();
      return;
    } catch {
      // Somebody else noted another, or storage is out.
    }
  }
}
