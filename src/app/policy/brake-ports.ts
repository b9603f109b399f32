import type { AuditEntry } from '../../domain/audit/entry';
import type { Brake } from '../../domain/policy/brake';
import type { PolicyOwner } from './ports';

export interface StoredBrakes {
  /** 0 where there never was one. */
  readonly version: number;
  /** Newest first, those that have ended among them. */
  readonly brakes: readonly Brake[];
}

export interface BrakeStore {
  read(owner: PolicyOwner): Promise<StoredBrakes>;
  /** Writes only if the stored version is still `next.version - 1`, and the line of the audit log with it. */
  write(
    owner: PolicyOwner,
    next: StoredBrakes & { readonly projectId?: string },
    line: AuditEntry,
  ): Promise<'written' | 'conflict'>;
}
