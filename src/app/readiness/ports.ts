import type { ProgrammeEvent } from '../../domain/readiness/programme';
import type { Instant } from '../../domain/values';
import type { Home, ProjectPlace } from '../policy/ports';

/** Everything done in a project's readiness programmes, oldest first, with the version a write is checked against. */
export interface StoredReadiness {
  /** 0 where nothing was ever written. */
  readonly version: number;
  readonly events: readonly ProgrammeEvent[];
}

export interface ReadinessStore {
  read(project: ProjectPlace): Promise<StoredReadiness & { readonly home: Home }>;
  /** Writes where a read found them, and only if the stored version is still `next.version - 1`. */
  write(
    home: Home,
    next: StoredReadiness & { readonly projectId?: string },
    now: Instant,
  ): Promise<'written' | 'conflict'>;
}
