import { Filter, FilterConditions, kvs, type BatchGetResult } from '@forge/kvs';
import type { LinkMemory } from '../../app/policy/ports';
import type { WaitingLink } from '../../domain/policy/scope';
import { Unavailable } from '../unavailable';
import { pick } from './batch';
import { storageCall, verifying } from './kvs-failure';

const ENTITY = 'waiting-links';
const KEY = 'site';

interface WaitingLinksRecord {
  readonly version: number;
  readonly updatedAt: string;
  /** Tells a write whose answer was lost from a rival's. */
  readonly write: string;
  readonly links: readonly WaitingLink[];
}

/** What a batch asks for besides, so that it brings what is known of the site's links. */
export const waitingLinkItems = [{ entityName: ENTITY, key: KEY }];

/** What such a batch brought. */
export const waitingLinksIn = (result: BatchGetResult<unknown>): readonly WaitingLink[] =>
  pick<WaitingLinksRecord>(result, ENTITY, KEY)?.links ?? [];

const read = (): Promise<WaitingLinksRecord | undefined> =>
  storageCall(() => kvs.entity<WaitingLinksRecord>(ENTITY).get(KEY));

/** One record for the site, read with every policy. */
export const linkMemory: LinkMemory = {
  async read() {
    const found = await read();
    return { version: found?.version ?? 0, links: found?.links ?? [] };
  },

  async write({ version, links }, updatedAt) {
    const record: WaitingLinksRecord = { version, updatedAt, write: crypto.randomUUID(), links };
    const unchanged = new Filter<WaitingLinksRecord>().and(
      'version',
      version === 1 ? FilterConditions.notExists() : FilterConditions.equalTo(version - 1),
    );
    try {
      await kvs.transact().set(KEY, record, { entityName: ENTITY, conditions: unchanged }).execute();
    } catch (error) {
      const current = await verifying(read);
      if (current?.write === record.write || (current?.version ?? 0) !== version - 1) return;
      throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
    }
  },
};
