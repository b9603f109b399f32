import { kvs, Sort, WhereConditions } from '@forge/kvs';
import type { AuditLog, AuditSearch } from '../../app/audit/ports';
import { AUDIT_ACTS, kindOf, type AuditEntry, type AuditKind } from '../../domain/audit/entry';
import { RULES } from '../../domain/policy/rules';
import { array, record, string } from '../read';
import { storageCall, askingPage } from './kvs-failure';

export const AUDIT_ENTITY = 'audit';
/** Forge keeps nothing with an end for longer than a year. */
const KEPT_DAYS = 365;
const PAGE = 50;
/** In place of a project's key, where a line concerns the site. */
const SITE = 'site.default';
const ALL = 'all';

export interface AuditRecord {
  readonly log: string;
  readonly kind: AuditKind;
  readonly projectKey: string;
  readonly at: string;
  /** Absent where nobody did it: storage takes no empty text. */
  readonly by?: string;
  readonly entry: Omit<AuditEntry, 'at' | 'by' | 'projectKey'>;
}

export const auditRecord = ({ at, by, projectKey, ...entry }: AuditEntry): AuditRecord => ({
  log: ALL,
  kind: kindOf(entry),
  projectKey: projectKey ?? SITE,
  at,
  ...(by !== null && { by }),
  entry,
});

function decode({ at, by, projectKey, entry }: AuditRecord): readonly AuditEntry[] {
  const { id, act: unverified, issueKey, reason, until, rules, version, count } = record(entry);
  const act = AUDIT_ACTS.find((one) => one === unverified);
  // A line of a newer version of the app.
  if (!act) return [];
  const texts = { issueKey, reason, until, ...(projectKey !== SITE && { projectKey }) };
  const line = {
    id: string(id),
    at,
    act,
    by: by ?? null,
    ...present(texts, (value) => typeof value === 'string' && value !== ''),
    ...present({ version, count }, (value) => typeof value === 'number'),
    ...(Array.isArray(rules) && { rules: RULES.filter((rule) => array(rules).includes(rule)) }),
  };
  return [line];
}

/** Those of some values that are there as they should be. */
const present = <T extends object>(values: T, isPresent: (value: unknown) => boolean): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => isPresent(value)));

type Transaction = ReturnType<typeof kvs.transact>;

const DAY_MS = 24 * 3_600_000;

/** A line ends a year after what it tells of, also where it is written anew. */
function endOf({ at }: AuditRecord): { readonly ttl: { readonly value: number; readonly unit: 'DAYS' } } {
  const age = Math.floor((Date.now() - Date.parse(at)) / DAY_MS);
  return { ttl: { value: Math.min(KEPT_DAYS, Math.max(1, KEPT_DAYS - age)), unit: 'DAYS' } };
}

/** The lines that belong to what is written, in its own transaction: both or neither. */
export function withAudit(transaction: Transaction, entries: readonly AuditEntry[]): Transaction {
  for (const entry of entries) {
    const line = auditRecord(entry);
    transaction.set(entry.id, line, { entityName: AUDIT_ENTITY }, endOf(line));
  }
  return transaction;
}

/** Writes a line whose people were replaced. */
export const rewrite = (key: string, line: AuditRecord): Promise<void> =>
  storageCall(() => kvs.entity<AuditRecord>(AUDIT_ENTITY).set(key, line, endOf(line)));

/** The narrowest index for a search; what it does not narrow is left out afterwards. */
function partitionOf({ kind, projectKey }: AuditSearch): readonly [string, string] {
  if (projectKey !== undefined) return ['by-project', projectKey];
  return kind === undefined ? ['by-time', ALL] : ['by-kind', kind];
}

/** The site's audit log, one record a line, which ends by itself after a year. */
export const auditLog: AuditLog = {
  async write(entries) {
    for (const entry of entries) await rewrite(entry.id, auditRecord(entry));
  },

  async page(search, cursor) {
    const [index, partition] = partitionOf(search);
    const { from = '0', to = '9' } = search;
    const { results, nextCursor } = await askingPage(cursor, () => {
      const query = kvs
        .entity<AuditRecord>(AUDIT_ENTITY)
        .query()
        .index(index, { partition: [partition] })
        .where(WhereConditions.between(from, to))
        .sort(Sort.DESC)
        .limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    return {
      entries: results
        .filter(({ value }) => search.kind === undefined || value.kind === search.kind)
        .flatMap(({ value }) => decode(value)),
      ...(nextCursor !== undefined && { next: nextCursor }),
    };
  },
};
