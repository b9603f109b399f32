import type { ValidatorAnswer, ValidatorEvent } from './kernel';
import { CallLog } from './forge/calls';
import { SimulatedClock } from './forge/clock';
import type { DynamicProperties } from './forge/dynamic-properties';
import { placeSchema } from './forge/context';
import { Faults } from './forge/faults';
import { ForgeHost } from './forge/host';
import {
  FIRST_VERSION,
  installationOf,
  installedAgain,
  lifeCycleEvent,
  upgraded,
  type Installation,
} from './forge/installation';
import type { KvsOptions, KvsStore } from './forge/kvs/store';
import { parseManifest, type AppManifest } from './forge/manifest';
import type { ModuleLoader } from './forge/module-loader';
import { ProblemLog } from './forge/problems';
import type { EventQueue } from './forge/queue/queue';
import { Realtime } from './forge/realtime';
import { createJira, type Jira } from './jira';
import type { AppAccount } from './jira/site';
import { Dashboards } from './shell/dashboards';
import type { Welcome } from './shell/welcome';
import { SwitchBoard, type Switches } from './switches';

/** Fills a fresh world. May move the clock with `sandbox.clock.jumpTo` and act through Jira and the app's resolvers. */
export type Seed = (sandbox: Sandbox) => Promise<void>;

export interface SandboxOptions {
  /** Text of manifest.yml. */
  readonly manifest: string;
  readonly loader: ModuleLoader;
  /** The account and name the app goes by in Jira. */
  readonly app?: AppAccount;
  /** What the shell's first page suggests to try. */
  readonly welcome?: Welcome;
  /** What `reset` can fill the world with, by name; `empty` is always there. */
  readonly seeds?: Readonly<Record<string, Seed>>;
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

export class UnknownSeed extends Error {}

/** A Monday morning, so that a week of work lies ahead. */
export const DEFAULT_START = Date.parse('2026-11-23T09:00:00Z');
/** How often a ticking world looks for what became due, in real milliseconds. */
const TICK_MS = 250;

/** One whole stand-in: Jira, Forge, the app and the time they share. Nothing of it lives outside the object. */
export class Sandbox {
  readonly manifest: AppManifest;
  readonly clock: SimulatedClock;
  readonly jira: Jira;
  readonly calls = new CallLog();
  readonly faults = new Faults();
  readonly problems: ProblemLog;
  readonly realtime: Realtime;
  readonly dashboards = new Dashboards();
  readonly switches: SwitchBoard;
  private installation: Installation;
  private readonly options: SandboxOptions;
  private readonly ticker: NodeJS.Timeout | undefined;
  private current: ForgeHost;
  private seedName = 'empty';
  private resetting: Promise<unknown> = Promise.resolve();
  private restarting = false;
  private catchingUp = false;

  constructor(options: SandboxOptions) {
    const baseUrl = options.baseUrl ?? 'http://localhost:3000';
    this.options = options;
    this.switches = new SwitchBoard(options.switches);
    this.manifest = parseManifest(options.manifest);
    this.installation = installationOf(this.manifest, baseUrl);
    this.clock = new SimulatedClock(options.startAt ?? DEFAULT_START, options.ticking ?? false);
    this.problems = new ProblemLog(this.clock);
    this.realtime = new Realtime(this.clock);
    this.current = this.newHost();
    const switches = (): Switches => this.currentSwitches();
    const { app } = options;
    const installed = app === undefined ? {} : { app };
    this.jira = createJira({ clock: this.clock, host: this.current, baseUrl, switches, ...installed });
    this.current.attach(this.jira);
    if (this.clock.ticking) {
      this.ticker = setInterval(() => void this.tick(), TICK_MS);
      this.ticker.unref();
    }
  }

  /** The installation as it is since the last reset. */
  get host(): ForgeHost {
    return this.current;
  }

  get kvs(): KvsStore {
    return this.current.kvs;
  }

  get queue(): EventQueue {
    return this.current.queue;
  }

  get cloudId(): string {
    return this.installation.cloudId;
  }

  get environmentId(): string {
    return this.installation.environmentId;
  }

  get environmentType(): string {
    return this.installation.environmentType;
  }

  /** Version of the installed app, `1.0.0` until it is upgraded. */
  get appVersion(): string {
    return this.installation.appVersion;
  }

  get seed(): string {
    return this.seedName;
  }

  /** The world `reset` comes back to when nobody says which: the first of the seeds. */
  get firstSeed(): string {
    return Object.keys(this.options.seeds ?? {})[0] ?? 'empty';
  }

  get welcome(): Welcome | undefined {
    return this.options.welcome;
  }

  get seeds(): readonly string[] {
    return ['empty', ...Object.keys(this.options.seeds ?? {})];
  }

  /**
   * Runs a resolver as the bridge does. `context` says where: `{issueKey}`, `{projectKey}` or `{extension:{…}}`.
   * @throws InvokeError when the platform refuses or the function throws.
   */
  invoke(
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    context: unknown,
    accountId: string | undefined,
  ): Promise<unknown> {
    const place = placeSchema.parse(context ?? {});
    return this.current.invoke({ moduleKey, functionKey, payload, place, accountId });
  }

  /** What a module's `dynamicProperties` say to a person at a place, as `invoke` takes it. @throws InvokeError */
  properties(moduleKey: string, context: unknown, accountId: string | undefined): Promise<DynamicProperties> {
    return this.current.properties({ moduleKey, place: placeSchema.parse(context ?? {}), accountId });
  }

  validate(moduleKey: string, event: ValidatorEvent): Promise<ValidatorAnswer> {
    return this.current.validate(moduleKey, event);
  }

  /** Moves time forward and lives through what becomes due. Returns the scheduled triggers fired, in order. */
  moveTo(epochMs: number): Promise<readonly string[]> {
    return this.current.moveTo(epochMs);
  }

  /** Runs queue and product events until idle. */
  drain(): Promise<void> {
    return this.current.drain();
  }

  /**
   * Starts the world over: new Jira content, new records, no faults, an empty record of calls. Resets run one after
   * another. @throws UnknownSeed before anything is lost.
   */
  reset(seed: string): Promise<void> {
    const fill = seed === 'empty' ? undefined : this.options.seeds?.[seed];
    if (seed !== 'empty' && fill === undefined) {
      return Promise.reject(new UnknownSeed(`There is no seed ${seed}. Known: ${this.seeds.join(', ')}.`));
    }
    const run = this.resetting.then(() => this.restart(seed, fill));
    this.resetting = run.catch(() => undefined);
    return run;
  }

  /**
   * Uninstalls the app and installs it again: queue and schedules start over, Jira's side (fields with their values,
   * workflow rules) stays as it was. Records are gone, unless Atlassian links the new installation to the old data.
   */
  reinstall(options: { readonly relink: boolean; readonly accountId?: string | undefined }): Promise<void> {
    return this.replaceApp(installedAgain, options.relink, (installation) => [
      'avi:forge:installed:app',
      lifeCycleEvent(installation, { installerAccountId: options.accountId }),
    ]);
  }

  /** Installs the next major version of the app: records stay, functions start cold, schedules start over. */
  upgrade(accountId?: string): Promise<void> {
    return this.replaceApp(upgraded, true, (installation) => [
      'avi:forge:upgraded:app',
      {
        ...lifeCycleEvent(installation, { upgraderAccountId: accountId }),
        permissions: { scopes: [...this.manifest.scopes], external: this.manifest.external },
      },
    ]);
  }

  /** Resolves once no reset is under way. */
  async ready(): Promise<void> {
    await this.resetting;
  }

  close(): void {
    clearInterval(this.ticker);
    this.current.close();
  }

  private replaceApp(
    change: (installation: Installation) => Installation,
    keepRecords: boolean,
    event: (installation: Installation) => readonly [string, Readonly<Record<string, unknown>>],
  ): Promise<void> {
    const run = this.resetting.then(() => {
      const records = keepRecords ? this.current.kvs : undefined;
      this.current.close();
      this.installation = change(this.installation);
      this.current = this.newHost(records);
      this.jira.setHost(this.current);
      this.current.attach(this.jira);
      this.current.emit(...event(this.installation));
    });
    this.resetting = run.catch(() => undefined);
    return run;
  }

  private async restart(seed: string, fill: Seed | undefined): Promise<void> {
    this.restarting = true;
    try {
      this.current.close();
      this.faults.clear();
      this.problems.clear();
      this.realtime.clear();
      this.dashboards.clear();
      this.switches.reset();
      this.clock.jumpTo(this.options.startAt ?? DEFAULT_START);
      this.installation = { ...this.installation, appVersion: FIRST_VERSION };
      this.current = this.newHost();
      this.jira.reset();
      this.jira.setHost(this.current);
      this.current.attach(this.jira);
      this.seedName = seed;
      if (fill !== undefined) {
        await fill(this);
        await this.current.drain();
      }
      // What the seed did is history, not something the app did since.
      this.current.cool();
      this.current.restartSchedules();
      this.calls.clear();
    } finally {
      this.restarting = false;
    }
  }

  /** A seed tells what came before: its events have long arrived, and nobody had shut the app out yet. */
  private currentSwitches(): Switches {
    const { current } = this.switches;
    return this.restarting ? { ...current, appBrowses: {}, appRules: {}, eventDelay: 'PT0S' } : current;
  }

  private newHost(records?: KvsStore): ForgeHost {
    const { loader, kvs, autoDrain, timeoutMs } = this.options;
    return new ForgeHost({
      manifest: this.manifest,
      installation: this.installation,
      records,
      loader,
      clock: this.clock,
      calls: this.calls,
      faults: this.faults,
      onProblem: (where, problem) => this.problems.add(where, problem),
      switches: () => this.currentSwitches(),
      ...(kvs === undefined ? {} : { kvs }),
      ...(autoDrain === undefined ? {} : { autoDrain }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  }

  private async tick(): Promise<void> {
    if (this.restarting || this.catchingUp) return;
    this.catchingUp = true;
    try {
      await this.current.catchUp();
    } catch (problem) {
      this.problems.add('clock', problem);
    } finally {
      this.catchingUp = false;
    }
  }
}

export function createSandbox(options: SandboxOptions): Sandbox {
  return new Sandbox(options);
}
