import { BY_KEY, type EntityDefinition } from './entities';
import { OrderedIndex } from './ordered-index';
import type { Attributes } from './values';

/** Never handed out and never changed: a write replaces it. */
export interface StoredRecord {
  readonly key: string;
  readonly value: unknown;
  /** The value again, when it belongs to an entity. */
  readonly attributes?: Attributes;
  /** Milliseconds since the epoch, simulated. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt?: number;
}

type Change = { readonly at: number; readonly before?: StoredRecord; readonly after?: StoredRecord };

/**
 * One namespace of keys: the plain store, the secret store, or one entity. `get` sees the latest write; the indexes,
 * which only queries read, follow after `lagMs` of real time (0: at once).
 */
export class Table {
  private readonly records = new Map<string, StoredRecord>();
  private readonly indexes: ReadonlyMap<string, OrderedIndex>;
  private pending: Change[] = [];

  constructor(
    readonly entity: EntityDefinition | undefined,
    private readonly lagMs: () => number,
  ) {
    const definitions = entity?.indexes ?? new Map([[BY_KEY.name, BY_KEY]]);
    this.indexes = new Map(
      [...definitions].map(([name, definition]) => [name, new OrderedIndex(definition)]),
    );
  }

  get size(): number {
    return this.records.size;
  }

  get(key: string): StoredRecord | undefined {
    return this.records.get(key);
  }

  put(record: StoredRecord): void {
    this.change(this.records.get(record.key), record);
    this.records.set(record.key, record);
  }

  remove(key: string): void {
    const before = this.records.get(key);
    if (before === undefined) return;
    this.records.delete(key);
    this.change(before, undefined);
  }

  /** The index as queries see it now. */
  index(name: string): OrderedIndex | undefined {
    const visible = performance.now() - this.lagMs();
    const due = this.pending.filter((change) => change.at <= visible);
    if (due.length > 0) {
      this.pending = this.pending.slice(due.length);
      for (const change of due) this.apply(change);
    }
    return this.indexes.get(name);
  }

  entries(): IterableIterator<StoredRecord> {
    return this.records.values();
  }

  private change(before: StoredRecord | undefined, after: StoredRecord | undefined): void {
    const change: Change = {
      at: performance.now(),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
    if (this.lagMs() === 0 && this.pending.length === 0) this.apply(change);
    else this.pending.push(change);
  }

  private apply({ before, after }: Change): void {
    for (const index of this.indexes.values()) {
      if (before !== undefined) index.remove(before);
      if (after !== undefined) index.add(after);
    }
  }
}
