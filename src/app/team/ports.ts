import type { Team } from '../../domain/team/team';
import type { Instant } from '../../domain/values';

/** Every team of the site, with the version a write is checked against; 0 where none was ever saved. */
export interface Directory {
  readonly version: number;
  readonly teams: readonly Team[];
}

export interface TeamStore {
  read(): Promise<Directory>;
  /** Writes only if the stored version is still `next.version - 1`. `full`: more than one record of storage takes. */
  write(next: Directory, now: Instant): Promise<'written' | 'conflict' | 'full'>;
}
