import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from './project';

const file = inRoot('dist/build.lock');

/** Runs `work` while no other build of this checkout runs: both would write the same output folders. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!tryLock()) await sleep(200);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!holderLives()) rmSync(file, { force: true });
    return false;
  }
}

function holderLives(): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // An empty file belongs to a process between creating and writing it.
    return holder === 0 || process.kill(holder, 0);
  } catch {
    return false;
  }
}
