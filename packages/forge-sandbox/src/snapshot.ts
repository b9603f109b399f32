import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { HostSnapshot } from './forge/host';
import type { Installation } from './forge/installation';
import type { JiraSnapshot } from './jira/model/store';
import type { DashboardsSnapshot } from './shell/dashboards';
import type { Switches } from './switches';

/** A whole world at one moment: its time, Jira, the app's records, and what is on its way. */
export interface WorldSnapshot {
  readonly seed: string;
  /** Simulated, milliseconds since the epoch. */
  readonly now: number;
  readonly installation: Pick<Installation, 'appVersion' | 'installationId'>;
  readonly jira: JiraSnapshot;
  readonly host: HostSnapshot;
  readonly dashboards: DashboardsSnapshot;
  readonly switches: Switches;
}

/** Raised whenever the shape of a snapshot changes: nobody reads an old one into a new world. */
export const SNAPSHOT_VERSION = 1;
const MARK = 'forge-sandbox snapshot';

export class SnapshotError extends Error {}

const parts = z.looseObject({
  seed: z.string(),
  now: z.number(),
  installation: z.object({ appVersion: z.string(), installationId: z.string() }),
  jira: z.object({ maps: z.object({}) }),
  host: z.object({ kvs: z.object({}), queue: z.object({}), triggers: z.object({}) }),
});
/** The version vouches for what the parts hold. */
const world = z.custom<WorldSnapshot>((value) => parts.safeParse(value).success);

/** Writes a snapshot, all of it or nothing: a process that ends meanwhile leaves the former file as it was. */
export function writeSnapshot(file: string, snapshot: WorldSnapshot, version = SNAPSHOT_VERSION): void {
  const next = `${file}.${process.pid}.next`;
  writeFileSync(next, Buffer.concat([Buffer.from(`${MARK} ${version}\n`), serialize(snapshot)]));
  renameSync(next, file);
}

/**
 * Reads what `writeSnapshot` wrote; undefined when there is no file.
 * @throws SnapshotError when the file is none, is broken, or was written by another version.
 */
export function readSnapshot(file: string): WorldSnapshot | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const end = bytes.indexOf('\n');
  const version = new RegExp(`^${MARK} (\\d+)$`).exec(
    bytes.subarray(0, Math.max(0, end)).toString('latin1'),
  )?.[1];
  if (version === undefined) throw new SnapshotError(`${file} is no snapshot of a stand-in.`);
  if (Number(version) !== SNAPSHOT_VERSION) {
    throw new SnapshotError(
      `${file} holds a world of version ${version}, and this stand-in reads version ${SNAPSHOT_VERSION} only. Remove it to start anew, or name another file.`,
    );
  }
  try {
    return world.parse(deserialize(bytes.subarray(end + 1)));
  } catch (cause) {
    throw new SnapshotError(`${file} is broken. Remove it to start anew.`, { cause });
  }
}
