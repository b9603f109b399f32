import { kvs } from '@forge/kvs';
import { readAll } from './batch';
import { storageCall } from './kvs-failure';
import { VERSION_ENTITY, type VersionRecord } from './policies';

/** One operation a version, of the 25 that one transaction takes. */
const VERSIONS_AT_ONCE = 25;

interface Found {
  readonly key: string;
  readonly value: VersionRecord;
}

async function everyVersion(
  from: string,
  to: string,
  change: (
    found: readonly Found[],
    there: ReadonlyMap<string, VersionRecord>,
  ) => ReturnType<typeof kvs.transact> | null,
): Promise<void> {
  const query = () =>
    kvs
      .entity<VersionRecord>(VERSION_ENTITY)
      .query()
      .index('by-owner', { partition: [from] });
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const asked = query().limit(VERSIONS_AT_ONCE);
    const at = cursor;
    const { results, nextCursor } = await storageCall(() =>
      (at === undefined ? asked : asked.cursor(at)).getMany(),
    );
    const there = await readAll<VersionRecord>(
      VERSION_ENTITY,
      results.map(({ value }) => `${to}:${value.version}`),
    );
    const transaction = change(results, there);
    if (transaction !== null) await storageCall(() => transaction.execute());
    cursor = nextCursor;
  }
}

/**
 * Copies the versions of a policy to where it will lie: before it moves, so that whoever asks meanwhile finds them wherever
 * it lies. Those that lie there already stay.
 *
 * @throws Unavailable
 */
export const copyVersions = (from: string, to: string): Promise<void> =>
  everyVersion(from, to, (found, there) => {
    const free = found.filter(({ value }) => !there.has(`${to}:${value.version}`));
    const transaction = kvs.transact();
    for (const { value } of free)
      transaction.set(`${to}:${value.version}`, { ...value, owner: to }, { entityName: VERSION_ENTITY });
    return free.length === 0 ? null : transaction;
  });

/**
 * Drops what has been copied, once the policy has moved.
 *
 * @throws Unavailable
 */
export const dropCopiedVersions = (from: string, to: string): Promise<void> =>
  everyVersion(from, to, (found, there) => {
    const copied = found.filter(
      ({ value }) => there.get(`${to}:${value.version}`)?.savedAt === value.savedAt,
    );
    const transaction = kvs.transact();
    for (const { key } of copied) transaction.delete(key, { entityName: VERSION_ENTITY });
    return copied.length === 0 ? null : transaction;
  });
