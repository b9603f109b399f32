import type { ProgrammeEvent } from '../../domain/readiness/programme';
import type { Instant } from '../../domain/values';

/** Everything done in a project's readiness programmes, oldest first, with the version a write is checked against. */
export interface StoredReadiness {
  /** 0 where nothing was ever written. */
  readonly version: number;
  readonly events: readonly ProgrammeEvent[];
}

export interface ReadinessStore {
  read(projectKey: string): Promise<StoredReadiness>;
  /** Writes only if the stored version is still `next.version - 1`. */
  write(projectKey: string, next: StoredReadiness, now: Instant): Promise<'written' | 'conflict'>;
}
