import type { AuditLog } from '../../src/app/audit/ports';
import type { BrakeStore, StoredBrakes } from '../../src/app/policy/ports';
import type { Home, ProjectPlace } from '../../src/app/policy/ports';
import { kindOf, type AuditEntry } from '../../src/domain/audit/entry';
import { brakeOn, type Brake } from '../../src/domain/policy/brake';
import type { BrakesUnderKey } from '../../src/domain/policy/under-key';
import { compareInstants, isBefore, type Instant } from '../../src/domain/time/time';

const SITE = 'site';
const nameOf = (owner: ProjectPlace | 'site'): string => (owner === 'site' ? SITE : owner.project);

/** Brakes in memory, with the lines that go with them. */
export class MemoryBrakes implements BrakeStore {
  readonly stored = new Map<string, StoredBrakes>();
  /** Writes that a rival's comes before. */
  rivals = 0;

  constructor(private readonly audit: MemoryAudit) {}

  async read(owner: ProjectPlace | 'site') {
    const liesUnder = nameOf(owner);
    return { ...(this.stored.get(liesUnder) ?? { version: 0, brakes: [] }), home: { liesUnder } };
  }

  async write({ liesUnder }: Home, { version, brakes }: StoredBrakes, line: AuditEntry) {
    if (this.rivals > 0) {
      this.rivals -= 1;
      return 'conflict' as const;
    }
    if ((this.stored.get(liesUnder)?.version ?? 0) !== version - 1) return 'conflict' as const;
    this.stored.set(liesUnder, { version, brakes });
    await this.audit.write([line]);
    return 'written' as const;
  }

  under(projectKey: string, now: Instant): BrakesUnderKey {
    const of = (name: string): readonly Brake[] => this.stored.get(name)?.brakes ?? [];
    return {
      own: brakeOn({ project: of(projectKey), site: of(SITE) }, now),
      site: brakeOn({ project: [], site: of(SITE) }, now),
    };
  }
}

/** The audit log in memory. */
export class MemoryAudit implements AuditLog {
  readonly lines = new Map<string, AuditEntry>();
  pageSize = 2;

  async write(entries: readonly AuditEntry[]) {
    for (const entry of entries) this.lines.set(entry.id, entry);
  }

  async page({ kind, projectKey, from, to }: Parameters<AuditLog['page']>[0], cursor?: string) {
    const all = [...this.lines.values()]
      .filter(
        (entry) =>
          (kind === undefined || kindOf(entry) === kind) &&
          (projectKey === undefined || entry.projectKey === projectKey) &&
          (from === undefined || !isBefore(entry.at, from)) &&
          (to === undefined || isBefore(entry.at, to)),
      )
      .sort((a, b) => compareInstants(b.at, a.at));
    const start = Number(cursor ?? 0);
    const end = start + this.pageSize;
    return { entries: all.slice(start, end), ...(end < all.length && { next: String(end) }) };
  }
}
