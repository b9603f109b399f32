import type { AuditEntry, AuditKind } from '../../domain/audit/entry';
import type { Instant } from '../../domain/values';

/** Which lines of the audit log are asked for, newest first. */
export interface AuditSearch {
  readonly kind?: AuditKind | undefined;
  readonly projectKey?: string | undefined;
  /** Not before. */
  readonly from?: Instant | undefined;
  /** Before. */
  readonly to?: Instant | undefined;
}

export interface AuditLog {
  /** Writes lines that nothing else could be written with. Writing one again changes nothing. */
  write(entries: readonly AuditEntry[]): Promise<void>;
  page(
    search: AuditSearch,
    cursor?: string,
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly next?: string }>;
}
