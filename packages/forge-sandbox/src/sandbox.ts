import type { ValidatorAnswer, ValidatorEvent } from './kernel';
import { CallLog } from './forge/calls';
import { SimulatedClock } from './forge/clock';
import type { DynamicProperties } from './forge/dynamic-properties';
import { placeSchema } from './forge/context';
import { Faults } from './forge/faults';
import type { ForgeHost } from './forge/host';
import type { KvsStore } from './forge/kvs/store';
import { parseManifest, type AppManifest } from './forge/manifest';
import { ProblemLog } from './forge/problems';
import type { EventQueue } from './forge/queue/queue';
import { Realtime } from './forge/realtime';
import { InstalledApp } from './installed-app';
import { createJira, type Jira } from './jira';
import { Mutex } from './mutex';
import { DEFAULT_START, type SandboxOptions, type Seed } from './sandbox-options';
import { SeedCatalog, whileSeeding } from './seeds';
import { Dashboards } from './shell/dashboards';
import type { Welcome } from './shell/welcome';
import type { WorldSnapshot } from './snapshot';
import { everyTick } from './ticker';
import { SwitchBoard, type Switches } from './switches';

export { DEFAULT_START, type SandboxOptions, type Seed, type SeedCache } from './sandbox-options';
export { UnknownSeed } from './seeds';

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
  private readonly options: SandboxOptions;
  private readonly stopTicking: (() => void) | undefined;
  private readonly installed: InstalledApp;
  private seedName = 'empty';
  private readonly seedCatalog: SeedCatalog;
  private readonly changes = new Mutex();
  /** Whether the world is only half made at this moment. */
  seeding = false;

  constructor(options: SandboxOptions) {
    const baseUrl = options.baseUrl ?? 'http://localhost:3000';
    this.options = options;
    this.seedCatalog = new SeedCatalog(options);
    this.switches = new SwitchBoard(options.switches);
    this.manifest = parseManifest(options.manifest);
    this.clock = new SimulatedClock(options.startAt ?? DEFAULT_START, options.ticking ?? false);
    this.problems = new ProblemLog(this.clock);
    this.realtime = new Realtime(this.clock);
    const { clock, calls, faults, problems, manifest } = this;
    const switches = (): Switches =>
      this.seeding ? whileSeeding(this.switches.current) : this.switches.current;
    const shared = { manifest, baseUrl, clock, calls, faults, problems, switches };
    this.installed = new InstalledApp({ options, ...shared });
    const account = options.app === undefined ? {} : { app: options.app };
    this.jira = createJira({ ...shared, host: this.host, ...account });
    this.installed.attach(this.jira);
    const catchUp = async (): Promise<void> => {
      if (!this.seeding) await this.host.catchUp();
    };
    this.stopTicking = clock.ticking
      ? everyTick(catchUp, (problem) => problems.add('clock', problem))
      : undefined;
  }

  /** The installation as it is since the last reset. */
  get host(): ForgeHost {
    return this.installed.host;
  }

  get welcome(): Welcome | undefined {
    const { welcome } = this.options;
    return typeof welcome === 'function' ? welcome(this.jira) : welcome;
  }

  get kvs(): KvsStore {
    return this.host.kvs;
  }

  get queue(): EventQueue {
    return this.host.queue;
  }

  /** Version of the installed app, `1.0.0` until it is upgraded. */
  get appVersion(): string {
    return this.installed.installation.appVersion;
  }

  get seed(): string {
    return this.seedName;
  }

  /** The world `reset` comes back to when nobody says which: the first of the seeds. */
  get firstSeed(): string {
    return this.seedCatalog.first;
  }

  get seeds(): readonly string[] {
    return this.seedCatalog.names;
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
    return this.host.invoke({ moduleKey, functionKey, payload, place, accountId });
  }

  /** What a module's `dynamicProperties` say to a person at a place, as `invoke` takes it. @throws InvokeError */
  properties(moduleKey: string, context: unknown, accountId: string | undefined): Promise<DynamicProperties> {
    return this.host.properties({ moduleKey, place: placeSchema.parse(context ?? {}), accountId });
  }

  validate(moduleKey: string, event: ValidatorEvent): Promise<ValidatorAnswer> {
    return this.host.validate(moduleKey, event);
  }

  /** Moves time forward and lives through what becomes due. Returns the scheduled triggers fired, in order. */
  moveTo(epochMs: number): Promise<readonly string[]> {
    return this.host.moveTo(epochMs);
  }

  /** Runs queue and product events until idle. */
  drain(): Promise<void> {
    return this.host.drain();
  }

  /**
   * Starts the world over: new Jira content, new records, no faults, an empty record of calls. Resets run one after
   * another. @throws UnknownSeed before anything is lost.
   */
  async reset(seed: string): Promise<void> {
    const fill = this.seedCatalog.find(seed);
    await this.changes.run(() => this.restart(seed, fill));
  }

  /** Everything the world consists of. Shares its objects with the world: write it or copy it at once. */
  snapshot(): WorldSnapshot {
    const { appVersion, installationId } = this.installed.installation;
    return {
      seed: this.seedName,
      now: this.clock.now(),
      installation: { appVersion, installationId },
      jira: this.jira.snapshot(),
      host: this.host.snapshot(),
      dashboards: this.dashboards.snapshot(),
      switches: this.switches.current,
    };
  }

  /** Becomes the world that a snapshot was taken of, with the app as it is now, every function cold. */
  restore(snapshot: WorldSnapshot): Promise<void> {
    return this.changes.run(() => {
      this.become(snapshot);
      this.switches.restore(snapshot.switches);
    });
  }

  /**
   * Uninstalls the app and installs it again: queue and schedules start over, Jira's side (fields with their values,
   * workflow rules) stays as it was. Records are gone, unless Atlassian links the new installation to the old data.
   */
  reinstall(options: { readonly relink: boolean; readonly accountId?: string | undefined }): Promise<void> {
    return this.changes.run(() => this.installed.reinstall(options.relink, options.accountId));
  }

  /** Installs the next major version of the app: records stay, functions start cold, schedules start over. */
  upgrade(accountId?: string): Promise<void> {
    return this.changes.run(() => this.installed.upgrade(accountId));
  }

  /** Deploys the next minor version of the app, of which the app is told nothing. */
  deploy(): Promise<void> {
    return this.changes.run(() => this.installed.deploy());
  }

  /** Resolves once no reset is under way. */
  ready(): Promise<void> {
    return this.changes.idle();
  }

  close(): void {
    this.stopTicking?.();
    this.installed.close();
  }

  /** Ends the installation and whatever is no part of Jira; the clock stands at `now`. */
  private forget(now: number): void {
    this.installed.close();
    this.faults.clear();
    this.problems.clear();
    this.realtime.clear();
    this.dashboards.clear();
    this.switches.reset();
    this.calls.clear();
    this.clock.jumpTo(now);
  }

  /** Everything of a snapshot but its switches, which stay as the last reset left them. */
  private become(snapshot: WorldSnapshot): void {
    this.seedName = snapshot.seed;
    this.forget(snapshot.now);
    this.installed.replace((installation) => ({ ...installation, ...snapshot.installation }));
    this.jira.restore(snapshot.jira);
    this.dashboards.restore(snapshot.dashboards);
    this.host.restore(snapshot.host);
  }

  private async restart(seed: string, fill: Seed | undefined): Promise<void> {
    this.seeding = true;
    try {
      const known = this.seedCatalog.cached(seed);
      if (known) return this.become(known);
      this.forget(this.options.startAt ?? DEFAULT_START);
      this.jira.reset();
      this.installed.startOver();
      this.seedName = seed;
      if (fill !== undefined) {
        await fill(this);
        await this.host.drain();
      }
      // What the seed did is history, not something the app did since.
      this.host.cool();
      this.host.restartSchedules();
      this.calls.clear();
      // A world that came with complaints is made anew each time: they belong to the making.
      if (this.problems.list().length === 0) this.seedCatalog.cache(this.snapshot());
    } finally {
      this.seeding = false;
    }
  }
}

export function createSandbox(options: SandboxOptions): Sandbox {
  return new Sandbox(options);
}
