import { Filter, FilterConditions, kvs, type BatchGetResult } from '@forge/kvs';
import type { AwayStore } from '../../app/away/ports';
import type { TeamStore } from '../../app/team/ports';
import {
  defaultAwaySettings,
  type Absence,
  type AwaySettings,
  type Presence,
} from '../../domain/team/presence';
import { hoursOf, type Team } from '../../domain/team/team';
import type { AccountId } from '../../domain/values';
import { Unavailable } from '../unavailable';
import { pick } from './batch';
import { storageCall, verifying } from './kvs-failure';

export const DIRECTORY_ENTITY = 'directory';
const SCHEMA = 1;
/** Below what storage takes as one value, 240 KiB. */
const MOST_BYTES = 200_000;

/** What every reading of a policy brings: who is of which team, and when they work. */
const TEAMS = 'teams';
/** A copy of the teams' hours that earlier versions kept; the next write takes it away. */
const FORMER_CALENDARS = 'calendars';
const AWAY = 'away';

export interface DirectoryRecord {
  readonly schema: number;
  readonly version: number;
  readonly updatedAt: string;
  /** Tells a write whose answer was lost from a rival's. */
  readonly write: string;
  readonly teams?: readonly Team[];
  readonly calendars?: readonly { readonly people: readonly AccountId[] }[];
  readonly away?: readonly Absence[];
  readonly settings?: Partial<AwaySettings>;
}

function known(record: DirectoryRecord | undefined): DirectoryRecord | undefined {
  if (record && record.schema > SCHEMA) {
    throw new Error(`directory record has schema ${record.schema}, this version reads up to ${SCHEMA}`);
  }
  return record;
}

/** What a batch asks for besides, so that it brings what is known of people's time. */
export const presenceItems = [TEAMS, AWAY].map((key) => ({ entityName: DIRECTORY_ENTITY, key }));

/** What such a batch brought. */
export function presenceIn(result: BatchGetResult<unknown>): Presence {
  const found = (key: string) => known(pick<DirectoryRecord>(result, DIRECTORY_ENTITY, key));
  const away = found(AWAY);
  const teams = found(TEAMS)?.teams ?? [];
  return {
    teams,
    calendars: hoursOf(teams),
    away: away?.away ?? [],
    settings: { ...defaultAwaySettings, ...away?.settings },
  };
}

const readRecord = async (key: string): Promise<DirectoryRecord | undefined> =>
  known(await storageCall(() => kvs.entity<DirectoryRecord>(DIRECTORY_ENTITY).get(key)));

/** Writes a record where it is still the one that was read, and takes away one that is no longer kept. */
async function replace(
  version: number,
  now: string,
  key: string,
  value: Partial<DirectoryRecord>,
  former?: string,
): Promise<'written' | 'conflict' | 'full'> {
  const write = crypto.randomUUID();
  const record: DirectoryRecord = { schema: SCHEMA, version, updatedAt: now, write, ...value };
  if (Buffer.byteLength(JSON.stringify(record)) > MOST_BYTES) return 'full';
  const conditions = new Filter<DirectoryRecord>().and(
    'version',
    version === 1 ? FilterConditions.notExists() : FilterConditions.equalTo(version - 1),
  );
  try {
    const transaction = kvs.transact().set(key, record, { entityName: DIRECTORY_ENTITY, conditions });
    await (
      former === undefined ? transaction : transaction.delete(former, { entityName: DIRECTORY_ENTITY })
    ).execute();
    return 'written';
  } catch (error) {
    const current = await verifying(() => readRecord(key));
    // A write whose answer was lost may still have happened.
    if (current?.write === write) return 'written';
    if ((current?.version ?? 0) !== version - 1) return 'conflict';
    throw new Unavailable('storage', error instanceof Error ? error.name : 'transaction failed');
  }
}

/** All teams as one record. */
export const teamStore: TeamStore = {
  async read() {
    const record = await readRecord(TEAMS);
    return { version: record?.version ?? 0, teams: record?.teams ?? [] };
  },
  write: ({ version, teams }, now) => replace(version, now, TEAMS, { teams }, FORMER_CALENDARS),
};

/** All absences as one record. */
export const awayStore: AwayStore = {
  async read() {
    const record = await readRecord(AWAY);
    return {
      version: record?.version ?? 0,
      away: record?.away ?? [],
      settings: { ...defaultAwaySettings, ...record?.settings },
    };
  },
  write: ({ version, away, settings }, now) => replace(version, now, AWAY, { away, settings }),
};

/** Everybody a record of the directory names. */
export function peopleIn({
  teams = [],
  calendars = [],
  away = [],
  settings,
}: DirectoryRecord): readonly string[] {
  return [
    ...teams.flatMap(({ members, takesRequests }) => [
      ...members,
      ...(takesRequests?.kind === 'person' ? [takesRequests.accountId] : (takesRequests?.people ?? [])),
    ]),
    ...calendars.flatMap(({ people }) => people),
    ...away.flatMap(({ accountId, standIn, setBy }) => [
      accountId,
      setBy,
      ...(standIn === null ? [] : [standIn]),
    ]),
    ...(settings?.people ?? []),
  ];
}
