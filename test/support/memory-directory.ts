import type { AwayStore, StoredAway } from '../../src/app/away/ports';
import type { Directory, TeamStore } from '../../src/app/team/ports';
import { defaultAwaySettings, type Presence } from '../../src/domain/team/presence';
import { hoursOf } from '../../src/domain/team/team';

/** Teams and absences as storage keeps them, and what every reading of a policy brings of them. */
export class MemoryDirectory {
  directory: Directory = { version: 0, teams: [] };
  stored: StoredAway = { version: 0, away: [], settings: defaultAwaySettings };

  readonly teams: TeamStore = {
    read: async () => this.directory,
    write: async (next) => {
      if (next.version !== this.directory.version + 1) return 'conflict';
      this.directory = next;
      return 'written';
    },
  };

  readonly away: AwayStore = {
    read: async () => this.stored,
    write: async (next) => {
      if (next.version !== this.stored.version + 1) return 'conflict';
      this.stored = next;
      return 'written';
    },
  };

  presence(): Presence {
    const { away, settings } = this.stored;
    return {
      teams: this.directory.teams,
      calendars: hoursOf(this.directory.teams),
      away,
      settings,
    };
  }
}
