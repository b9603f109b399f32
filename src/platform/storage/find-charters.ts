import { kvs, WhereConditions } from '@forge/kvs';
import type { CharterPage, CharterSearch, StoredCharter } from '../../app/charter/ports';
import { CHARTER_ENTITY, decodeCharter, type CharterRecord } from './charter-record';
import { askingWholePage } from './kvs-failure';

const query = (where: CharterSearch) => {
  const all = kvs.entity<CharterRecord>(CHARTER_ENTITY).query();
  if ('issueId' in where) return all.index('issueId').where(WhereConditions.equalTo(where.issueId));
  return 'projectKey' in where
    ? all.index('by-project', { partition: [where.projectKey] })
    : all.index('by-key');
};

/** The record by its item; nothing for one that this version cannot read: it must not hold up the others of its page. */
async function readable(record: CharterRecord): Promise<readonly (readonly [string, StoredCharter])[]> {
  try {
    return [[record.issueId, await decodeCharter(record)]];
  } catch {
    // Whoever opens its item is told.
    return [];
  }
}

/** Charters by item, by project, or all of them, through the indexes: what was written a moment ago may be missing. */
export async function findCharters(where: CharterSearch, cursor?: string): Promise<CharterPage> {
  const { results, nextCursor } = await askingWholePage((limit) => {
    const asked = query(where).limit(limit);
    return (cursor === undefined ? asked : asked.cursor(cursor)).getMany();
  });
  const charters = await Promise.all(results.map(({ value }) => readable(value)));
  return {
    found: results.map(({ key, value }) => ({ issueKey: key, issueId: value.issueId })),
    stored: new Map(charters.flat()),
    ...(nextCursor !== undefined && { next: nextCursor }),
  };
}
