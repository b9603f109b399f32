import type { SandboxOptions, Seed } from './sandbox-options';
import type { WorldSnapshot } from './snapshot';
import type { Switches } from './switches';

export class UnknownSeed extends Error {}

/** The world without content, which every stand-in knows. */
const EMPTY = 'empty';

/** What a stand-in can be filled with, by name, and the worlds made of it before. */
export class SeedCatalog {
  private readonly seeds: Readonly<Record<string, Seed>>;

  constructor(private readonly options: SandboxOptions) {
    this.seeds = options.seeds ?? {};
  }

  get names(): readonly string[] {
    return [EMPTY, ...Object.keys(this.seeds)];
  }

  get first(): string {
    return Object.keys(this.seeds)[0] ?? EMPTY;
  }

  /** Undefined for the world without content. @throws UnknownSeed */
  find(name: string): Seed | undefined {
    if (name === EMPTY) return undefined;
    const seed = this.seeds[name];
    if (seed === undefined)
      throw new UnknownSeed(`There is no seed ${name}. Known: ${this.names.join(', ')}.`);
    return seed;
  }

  /** A world made of this seed under these options before. */
  cached(name: string): WorldSnapshot | undefined {
    return name === EMPTY ? undefined : this.options.seedCache?.read(this.cacheKey(name));
  }

  cache(world: WorldSnapshot): void {
    if (world.seed !== EMPTY) this.options.seedCache?.write(this.cacheKey(world.seed), world);
  }

  /** Whatever else decides what a seed makes. */
  private cacheKey(name: string): string {
    const { switches, startAt, kvs, app } = this.options;
    return JSON.stringify([name, switches, startAt, kvs, app]);
  }
}

/** What a seed tells is history: its events have long arrived, and nothing of it is refused or late. */
export const whileSeeding = (switches: Switches): Switches => ({
  ...switches,
  appBrowses: {},
  appRules: {},
  eventDelay: 'PT0S',
  pushesPerOrigin: Infinity,
  eventsPerMinute: Infinity,
  storageUnitsPerMinute: Infinity,
  invocationsPerMinute: Infinity,
  writesPerIssue: Infinity,
  requestsPerSecond: Infinity,
  pointsPerHour: Number.MAX_SAFE_INTEGER,
});
