import type { Switches } from '../switches';
import type { CallLog } from './calls';
import type { SimulatedClock } from './clock';
import type { Faults } from './faults';
import type { Installation } from './installation';
import type { KvsOptions, KvsStore } from './kvs/store';
import type { AppManifest } from './manifest';
import type { ModuleLoader } from './module-loader';

/** What one installation of the app is made of. */
export interface HostOptions {
  readonly manifest: AppManifest;
  readonly installation: Installation;
  readonly loader: ModuleLoader;
  readonly clock: SimulatedClock;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly kvs?: KvsOptions;
  /** Records of an earlier installation that this one takes over. */
  readonly records?: KvsStore | undefined;
  /** When this version took the place of another one that may still run. */
  readonly deployedAt?: number | undefined;
  /** Whether queued events start by themselves; on by default. */
  readonly autoDrain?: boolean;
  /** Real milliseconds a function gets, from the platform's limit; the limit itself by default. */
  readonly timeoutMs?: (limitMs: number) => number;
  readonly onProblem: (where: string, problem: unknown) => void;
  /** How strict the platform is; as strict as can be by default. */
  readonly switches?: () => Switches;
}
