import type { CallLog } from './forge/calls';
import type { SimulatedClock } from './forge/clock';
import type { Faults } from './forge/faults';
import { ForgeHost } from './forge/host';
import {
  deployed,
  FIRST_VERSION,
  installationOf,
  installedAgain,
  lifeCycleEvent,
  upgraded,
  type Installation,
} from './forge/installation';
import type { KvsStore } from './forge/kvs/store';
import type { AppManifest } from './forge/manifest';
import type { ProblemLog } from './forge/problems';
import type { Jira } from './jira';
import type { SandboxOptions } from './sandbox-options';
import type { Switches } from './switches';

interface Needs {
  readonly options: SandboxOptions;
  readonly manifest: AppManifest;
  readonly baseUrl: string;
  readonly clock: SimulatedClock;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly problems: ProblemLog;
  readonly switches: () => Switches;
}

/** The app on the site: which installation it is, and the host that runs it. */
export class InstalledApp {
  installation: Installation;
  private current: ForgeHost;
  private jira: Jira | undefined;

  constructor(private readonly needs: Needs) {
    this.installation = installationOf(needs.manifest, needs.baseUrl);
    this.current = this.newHost(undefined);
  }

  /** The installation as it is since the last reset. */
  get host(): ForgeHost {
    return this.current;
  }

  /** Jira and the app need each other; the app comes first. */
  attach(jira: Jira): void {
    this.jira = jira;
    this.current.attach(jira);
  }

  /** Ends what runs. A new host must follow, or the end of the process. */
  close(): void {
    this.current.close();
  }

  /** Another installation of the same app, with new records unless it takes some over. */
  replace(
    change: (installation: Installation) => Installation,
    records?: KvsStore,
    deployedAt?: number,
  ): void {
    this.current.close();
    this.installation = change(this.installation);
    this.current = this.newHost(records, deployedAt);
    if (this.jira === undefined) return;
    this.jira.setHost(this.current);
    this.current.attach(this.jira);
  }

  /** The installation a new world begins with. */
  startOver(): void {
    this.replace((installation) => ({ ...installation, appVersion: FIRST_VERSION }));
  }

  /** Uninstalled and installed again; records are gone unless Atlassian links the installation to the old data. */
  reinstall(relink: boolean, installerAccountId: string | undefined): void {
    this.replace(installedAgain, relink ? this.host.kvs : undefined);
    this.host.emit('avi:forge:installed:app', lifeCycleEvent(this.installation, { installerAccountId }));
  }

  /** The next major version: records stay. */
  upgrade(upgraderAccountId: string | undefined): void {
    this.replace(upgraded, this.host.kvs);
    const { scopes, external } = this.needs.manifest;
    this.host.emit('avi:forge:upgraded:app', {
      ...lifeCycleEvent(this.installation, { upgraderAccountId }),
      permissions: { scopes: [...scopes], external },
    });
  }

  /**
   * The next minor version: records, schedules and what is due stay, events that are not due yet are lost, and for two
   * minutes whatever the version before began may not push.
   */
  deploy(): void {
    const { queue, triggers, schedules } = this.host.snapshot();
    this.replace(deployed, this.host.kvs, this.needs.clock.now());
    this.host.takeOver({ queue, triggers, schedules });
  }

  private newHost(records: KvsStore | undefined, deployedAt?: number): ForgeHost {
    const { options, manifest, clock, calls, faults, problems, switches } = this.needs;
    const { loader, kvs, autoDrain, timeoutMs } = options;
    return new ForgeHost({
      manifest,
      installation: this.installation,
      records,
      deployedAt,
      loader,
      clock,
      calls,
      faults,
      onProblem: (where, problem) => problems.add(where, problem),
      switches,
      ...(kvs === undefined ? {} : { kvs }),
      ...(autoDrain === undefined ? {} : { autoDrain }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  }
}
