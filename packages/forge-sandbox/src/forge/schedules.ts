import type { AppManifest, Interval } from './manifest';

const MINUTE_MS = 60_000;
const INTERVAL_MS: Readonly<Record<Interval, number>> = {
  fiveMinute: 5 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
};
/** "About 5 minutes after app deployment", then at the interval. */
const FIRST_RUN_MS = 5 * MINUTE_MS;

export interface Due {
  readonly moduleKey: string;
  readonly functionKey: string;
  /** Simulated time it was due, milliseconds since the epoch. */
  readonly at: number;
}

interface Entry {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly intervalMs: number;
  nextAt: number;
}

/** When each scheduled trigger is due next. Counts from the installation; any edit on Forge would restart the count. */
export class Schedules {
  private readonly entries: readonly Entry[];

  constructor(manifest: Pick<AppManifest, 'schedules'>, installedAt: number) {
    this.entries = manifest.schedules.map(({ key, functionKey, interval }) => ({
      moduleKey: key,
      functionKey,
      intervalMs: INTERVAL_MS[interval],
      nextAt: installedAt + FIRST_RUN_MS,
    }));
  }

  nextDueAt(): number | undefined {
    return this.entries.length === 0 ? undefined : Math.min(...this.entries.map(({ nextAt }) => nextAt));
  }

  /** Takes what is due by now, earliest first. A trigger that missed several turns runs once for each. */
  takeDue(now: number): readonly Due[] {
    const due: Due[] = [];
    for (const entry of this.entries) {
      for (; entry.nextAt <= now; entry.nextAt += entry.intervalMs) {
        due.push({ moduleKey: entry.moduleKey, functionKey: entry.functionKey, at: entry.nextAt });
      }
    }
    return due.sort((left, right) => left.at - right.at);
  }

  /** When each trigger is due next, milliseconds since the epoch, by module key. */
  snapshot(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.entries.map(({ moduleKey, nextAt }) => [moduleKey, nextAt]));
  }

  /** Takes up the count where a snapshot left it; triggers it does not know keep theirs. */
  restore(due: Readonly<Record<string, number>>): void {
    for (const entry of this.entries) entry.nextAt = due[entry.moduleKey] ?? entry.nextAt;
  }

  list(): readonly { readonly moduleKey: string; readonly nextAt: string }[] {
    return this.entries.map(({ moduleKey, nextAt }) => ({
      moduleKey,
      nextAt: new Date(nextAt).toISOString(),
    }));
  }
}
