import type { Clock } from '../../kernel';
import { STRICT, type Switches } from '../../switches';
import type { EntityDefinition } from './entities';
import { invalid, KvsRefusal } from './errors';
import { TTL_MAX_MS } from './limits';
import type { MetadataField, SetOptions, Ttl } from './requests';
import { Table, type StoredRecord } from './table';
import { checkEntityValue, checkKey, checkValue, type Attributes } from './values';

export interface KvsOptions {
  /** Real milliseconds by which queries lag behind writes; 0 by default. `get` never lags. */
  readonly queryLagMs?: number;
  /** Simulated milliseconds for which expired records can still be read; Forge allows itself up to 48 hours. */
  readonly expiryLagMs?: number;
  /** How a batch get tells of an absent key; by the published code unless told otherwise. */
  readonly absentKey?: () => Switches['absentKey'];
}

/** Where a key lives: the plain store, the secret store, or an entity. */
export type Space =
  | { readonly kind: 'plain' }
  | { readonly kind: 'secret' }
  | { readonly kind: 'entity'; readonly name: string };

export interface PreparedWrite {
  readonly table: Table;
  readonly record: StoredRecord;
}

const UNIT_MS: Readonly<Record<Ttl['unit'], number>> = {
  SECONDS: 1000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};

export interface KvsSnapshot {
  readonly plain: readonly StoredRecord[];
  readonly secret: readonly StoredRecord[];
  readonly entities: Readonly<Record<string, readonly StoredRecord[]>>;
}

/** The records of one installation. Every method is synchronous, hence atomic against the others. */
export class KvsStore {
  queryLagMs: number;
  private readonly plain: Table;
  private readonly secret: Table;
  private readonly byEntity = new Map<string, { readonly table: Table; readonly entity: EntityDefinition }>();

  constructor(
    entities: ReadonlyMap<string, EntityDefinition>,
    private readonly clock: Clock,
    private readonly options: KvsOptions = {},
  ) {
    this.queryLagMs = options.queryLagMs ?? 0;
    const lag = (): number => this.queryLagMs;
    this.plain = new Table(undefined, lag);
    this.secret = new Table(undefined, lag);
    for (const [name, entity] of entities) this.byEntity.set(name, { table: new Table(entity, lag), entity });
  }

  absentKey(): Switches['absentKey'] {
    return this.options.absentKey?.() ?? STRICT.absentKey;
  }

  table(space: Space): Table {
    if (space.kind === 'plain') return this.plain;
    return space.kind === 'secret' ? this.secret : this.entity(space.name).table;
  }

  /** @throws KvsRefusal when the manifest declares no such entity. */
  entity(name: string): { readonly table: Table; readonly entity: EntityDefinition } {
    const found = this.byEntity.get(name);
    if (found === undefined) throw invalid(`The manifest declares no entity ${name}.`);
    return found;
  }

  read(table: Table, key: string): StoredRecord | undefined {
    checkKey(key);
    const record = table.get(key);
    return record !== undefined && this.isLive(record) ? record : undefined;
  }

  isLive(record: StoredRecord): boolean {
    return (
      record.expiresAt === undefined || this.clock.now() < record.expiresAt + (this.options.expiryLagMs ?? 0)
    );
  }

  /** Checks a write and builds its record without storing it. */
  prepare(space: Space, key: string, value: unknown, ttl: Ttl | undefined): PreparedWrite {
    checkKey(key);
    const table = this.table(space);
    let attributes: Attributes | undefined;
    if (space.kind === 'entity') attributes = checkEntityValue(this.entity(space.name).entity, value);
    else checkValue(value);
    const now = this.clock.now();
    const expiresAt = ttl === undefined ? undefined : now + ttlMs(ttl);
    const record: StoredRecord = {
      key,
      value,
      ...(attributes === undefined ? {} : { attributes }),
      createdAt: this.read(table, key)?.createdAt ?? now,
      updatedAt: now,
      ...(expiresAt === undefined ? {} : { expiresAt }),
    };
    return { table, record };
  }

  /** Stores a value and returns what `returnValue` asks for. */
  write(space: Space, key: string, value: unknown, options: SetOptions = {}): StoredRecord | undefined {
    const { table, record } = this.prepare(space, key, value, options.ttl);
    const previous = this.read(table, key);
    if (options.keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined) {
      throw new KvsRefusal('UNPUBLISHED_KEY_EXISTS', 'The key exists and keyPolicy is FAIL_IF_EXISTS.');
    }
    table.put(record);
    if (options.returnValue === 'LATEST') return record;
    return options.returnValue === 'PREVIOUS' ? previous : undefined;
  }

  /** Every record, for a snapshot. */
  snapshot(): KvsSnapshot {
    const entities = [...this.byEntity].map(([name, { table }]) => [name, [...table.entries()]] as const);
    return {
      plain: [...this.plain.entries()],
      secret: [...this.secret.entries()],
      entities: Object.fromEntries(entities),
    };
  }

  /** Puts a snapshot's records in; those of an entity that the manifest no longer declares are left out. */
  restore({ plain, secret, entities }: KvsSnapshot): void {
    for (const record of plain) this.plain.put(record);
    for (const record of secret) this.secret.put(record);
    for (const [name, { table }] of this.byEntity)
      for (const record of entities[name] ?? []) table.put(record);
  }

  /** Number of records per space, for display. */
  sizes(): Readonly<Record<string, number>> {
    return {
      plain: this.plain.size,
      secret: this.secret.size,
      ...Object.fromEntries([...this.byEntity].map(([name, { table }]) => [`entity:${name}`, table.size])),
    };
  }
}

/** A record as answers carry it. */
export function present(
  record: StoredRecord,
  fields: readonly MetadataField[] = [],
): Record<string, unknown> {
  return {
    key: record.key,
    value: record.value,
    ...(fields.includes('CREATED_AT') ? { createdAt: record.createdAt } : {}),
    ...(fields.includes('UPDATED_AT') ? { updatedAt: record.updatedAt } : {}),
    ...(fields.includes('EXPIRE_TIME') && record.expiresAt !== undefined
      ? { expireTime: new Date(record.expiresAt).toISOString() }
      : {}),
  };
}

function ttlMs({ value, unit }: Ttl): number {
  const duration = value * UNIT_MS[unit];
  if (duration > TTL_MAX_MS) throw invalid('The time to live is longer than a year.');
  return duration;
}
