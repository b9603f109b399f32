import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { Unavailable } from '../unavailable';
import type { ReadinessStore } from '../../app/readiness/ports';
import { latestRound, type ProgrammeEvent } from '../../domain/readiness/programme';
import { asking, verifying } from './kvs-failure';
import { noteHomes, readAtHome } from './project-homes';

export const READINESS_ENTITY = 'readiness';
const SCHEMA = 1;
/** Well below what storage takes as one value, 240 KiB: dozens of rounds. */
const MOST_BYTES = 150_000;

export interface ReadinessRecord {
  readonly schema: number;
  readonly version: number;
  readonly updatedAt: string;
  /** Tells a write whose answer was lost from a rival's. */
  readonly write: string;
  /** Absent in records from before ids were kept. */
  readonly projectId?: string;
  readonly events: readonly ProgrammeEvent[];
}

const bytesOf = (event: ProgrammeEvent): number => Buffer.byteLength(JSON.stringify(event)) + 1;

/**
 * As many of the newest events as fit. Of the running round its start always stays, and the last of each kind: they are
 * what it consists of.
 */
export function kept(events: readonly ProgrammeEvent[]): readonly ProgrammeEvent[] {
  const round = events.length - latestRound(events).length;
  const last = new Map(events.map(({ type }, index) => [type, index]));
  const needed = (at: number, { type }: ProgrammeEvent): boolean =>
    at === round || (at > round && last.get(type) === at);
  let left = events.reduce((sum, event, at) => (needed(at, event) ? sum - bytesOf(event) : sum), MOST_BYTES);
  return [...events.entries()]
    .reverse()
    .filter(([at, event]) => needed(at, event) || (left -= bytesOf(event)) >= 0)
    .map(([, event]) => event)
    .reverse();
}

const readRecord = (key: string): Promise<ReadinessRecord | undefined> =>
  asking(() => kvs.entity<ReadinessRecord>(READINESS_ENTITY).get(key));

/** Readiness programmes as one record per project, keyed by project key. */
export const readinessStore: ReadinessStore = {
  async read(project) {
    const { record, home } = await readAtHome<ReadinessRecord>(READINESS_ENTITY, project);
    if (!record) return { version: 0, events: [], home };
    if (record.schema > SCHEMA) {
      throw new Error(`readiness record has schema ${record.schema}, this version reads up to ${SCHEMA}`);
    }
    return { version: record.version, events: record.events, home };
  },

  async write({ liesUnder }, { version, events, projectId }, now) {
    const record: ReadinessRecord = {
      schema: SCHEMA,
      version,
      updatedAt: now,
      write: crypto.randomUUID(),
      ...(projectId !== undefined && { projectId }),
      events: kept(events),
    };
    const unchanged = new Filter<ReadinessRecord>().and(
      'version',
      version === 1 ? FilterConditions.notExists() : FilterConditions.equalTo(version - 1),
    );
    try {
      await kvs
        .transact()
        .set(liesUnder, record, { entityName: READINESS_ENTITY, conditions: unchanged })
        .execute();
      if (projectId !== undefined) await noteHomes([{ projectId, to: liesUnder }]);
      return 'written';
    } catch (error) {
      const current = await verifying(() => readRecord(liesUnder));
      // A write whose answer was lost may still have happened.
      if (current?.write === record.write) return 'written';
      if ((current?.version ?? 0) !== version - 1) return 'conflict';
      throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
    }
  },
};
