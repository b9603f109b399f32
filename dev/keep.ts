import type { Sandbox } from '../packages/forge-sandbox/src/sandbox';
import { readSnapshot, writeSnapshot } from '../packages/forge-sandbox/src/snapshot';

const EVERY_MS = 60_000;

/**
 * Reads the world from a file, where there is one, else has it made; from then on writes it every minute.
 * Returns how to write it once more, at the end. @throws SnapshotError
 */
export async function keepWorld(
  sandbox: Sandbox,
  file: string,
  make: () => Promise<void>,
): Promise<() => void> {
  const kept = readSnapshot(file);
  if (kept === undefined) await make();
  else await sandbox.restore(kept);
  const write = (): void => {
    // A world half seeded is none to come back to.
    if (!sandbox.seeding) writeSnapshot(file, sandbox.snapshot());
  };
  const timer = setInterval(write, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    write();
  };
}
