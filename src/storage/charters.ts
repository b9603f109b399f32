import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { Unavailable, type CharterStore, type StoredCharter } from '../app/ports';
import type { IssueKey } from '../domain/values';
import { BATCH_KEYS, pick } from './batch';
import {
  bytesOf,
  CHARTER_BYTES_LIMIT,
  CHARTER_ENTITY,
  decodeCharter,
  encodeCharter,
  neverWritten,
  projectKeyOf,
  type CharterRecord,
} from './charter-record';
import { addRows, inTransactions, rowChanges, type RowChange } from './commitment-rows';
import { asking } from './kvs-failure';
import { decodePolicy, POLICY_ENTITY, type PolicyRecord } from './policy-record';

const decodeOrEmpty = (record: CharterRecord | undefined): StoredCharter =>
  record ? decodeCharter(record) : neverWritten;

async function readCharter(issueKey: IssueKey): Promise<StoredCharter> {
  return decodeOrEmpty(await asking(() => kvs.entity<CharterRecord>(CHARTER_ENTITY).get(issueKey)));
}

/** More people came or went than one transaction holds: the rest follows the charter. */
async function writeRest(groups: readonly (readonly RowChange[])[]): Promise<void> {
  try {
    for (const rows of groups) await addRows(kvs.transact(), rows).execute();
  } catch {
    // The charter is stored, and it is the truth: a missing row hides a line until the next rebuild, and decides nothing.
  }
}

/** Charters in Forge's custom entities, one record per work item, written only against the version that was read. */
export const charterStore: CharterStore = {
  readCharter,

  async read(issueKey) {
    const projectKey = projectKeyOf(issueKey);
    const result = await asking(() =>
      kvs.batchGet<unknown>([
        { entityName: CHARTER_ENTITY, key: issueKey },
        { entityName: POLICY_ENTITY, key: projectKey },
      ]),
    );
    return {
      stored: decodeOrEmpty(pick<CharterRecord>(result, CHARTER_ENTITY, issueKey)),
      policy: decodePolicy(pick<PolicyRecord>(result, POLICY_ENTITY, projectKey)),
    };
  },

  async readMany(issueKeys) {
    const batches: IssueKey[][] = [];
    for (let i = 0; i < issueKeys.length; i += BATCH_KEYS) batches.push(issueKeys.slice(i, i + BATCH_KEYS));
    const found = await Promise.all(
      batches.map(async (keys) => {
        const items = keys.map((key) => ({ entityName: CHARTER_ENTITY, key }));
        const result = await asking(() => kvs.batchGet<unknown>(items));
        return keys.flatMap((key): [IssueKey, StoredCharter][] => {
          const record = pick<CharterRecord>(result, CHARTER_ENTITY, key);
          return record ? [[key, decodeCharter(record)]] : [];
        });
      }),
    );
    return new Map(found.flat());
  },

  async write(issueKey, next, now) {
    const write = crypto.randomUUID();
    const record = encodeCharter(issueKey, next, now, write);
    if (bytesOf(record) > CHARTER_BYTES_LIMIT) return 'full';
    const unchanged =
      next.version === 1
        ? new Filter<CharterRecord>().and('version', FilterConditions.notExists())
        : new Filter<CharterRecord>().and('version', FilterConditions.equalTo(next.version - 1));
    const [rows = [], ...more] = inTransactions(await rowChanges(issueKey, next, now));
    try {
      await addRows(kvs.transact(), rows)
        .set(issueKey, record, { entityName: CHARTER_ENTITY, conditions: unchanged })
        .execute();
      await writeRest(more);
      return 'written';
    } catch (error) {
      // Forge publishes no code for a failed condition: if the version moved it was one, else it was an outage.
      const current = await readCharter(issueKey);
      // A write whose answer was lost may still have happened; then the record is ours, not a rival's.
      if (current.writes?.includes(write)) return 'written';
      if (current.version !== next.version - 1) return 'conflict';
      throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
    }
  },
};
