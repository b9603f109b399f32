import type { Absence, AwaySettings } from '../../domain/team/presence';
import type { Instant } from '../../domain/values';

/** Who is away or will be, and how the site handles it, with the version a write is checked against. */
export interface StoredAway {
  readonly version: number;
  readonly away: readonly Absence[];
  readonly settings: AwaySettings;
}

export interface AwayStore {
  read(): Promise<StoredAway>;
  /** Writes only if the stored version is still `next.version - 1`. `full`: more than one record of storage takes. */
  write(next: StoredAway, now: Instant): Promise<'written' | 'conflict' | 'full'>;
}
