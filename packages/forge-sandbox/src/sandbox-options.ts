import type { KvsOptions } from './forge/kvs/store';
import type { ModuleLoader } from './forge/module-loader';
import type { Jira } from './jira';
import type { AppAccount } from './jira/site';
import type { Sandbox } from './sandbox';
import type { Welcome } from './shell/welcome';
import type { WorldSnapshot } from './snapshot';
import type { Switches } from './switches';

/** Fills a fresh world. May move the clock with `sandbox.clock.jumpTo` and act through Jira and the app's resolvers. */
export type Seed = (sandbox: Sandbox) => Promise<void>;

/** Worlds that seeds made before, so that a reset need not live through their history again. */
export interface SeedCache {
  /** A copy of its own for each asker; undefined where there is none. */
  read(key: string): WorldSnapshot | undefined;
  write(key: string, snapshot: WorldSnapshot): void;
}

export interface SandboxOptions {
  /** Text of manifest.yml. */
  readonly manifest: string;
  readonly loader: ModuleLoader;
  /** The account and name the app goes by in Jira. */
  readonly app?: AppAccount;
  /** What the shell's first page suggests to try; of the world as it is, where a function says it. */
  readonly welcome?: Welcome | ((jira: Jira) => Welcome | undefined);
  /** What `reset` can fill the world with, by name; `empty` is always there. */
  readonly seeds?: Readonly<Record<string, Seed>>;
  /** None unless given: whoever gives one answers for its being about this app and these seeds. */
  readonly seedCache?: SeedCache;
  /** Simulated start, milliseconds since the epoch. */
  readonly startAt?: number;
  /** Whether simulated time also passes by itself, at the pace of real time. */
  readonly ticking?: boolean;
  /** Origin of the site, for links. */
  readonly baseUrl?: string;
  readonly kvs?: KvsOptions;
  /** Whether queued events run by themselves; on by default. */
  readonly autoDrain?: boolean;
  /** Real milliseconds a function gets, from the platform's limit. */
  readonly timeoutMs?: (limitMs: number) => number;
  /** Where this process is not as strict as the platform; what `reset` comes back to. */
  readonly switches?: Partial<Switches>;
}

/** A Monday morning, so that a week of work lies ahead. */
export const DEFAULT_START = Date.parse('2026-11-23T09:00:00Z');
