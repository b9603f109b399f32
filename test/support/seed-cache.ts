import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SeedCache } from '../../packages/forge-sandbox/src/sandbox';
import { readSnapshot, writeSnapshot } from '../../packages/forge-sandbox/src/snapshot';

const root = resolve(__dirname, '../..');
const folder = join(root, 'dist', 'seeds');

/** What a seeded world rests on besides the app's bundles. */
const SOURCES = ['manifest.yml', 'dev', 'packages/forge-sandbox/src'];

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) addTo(hash, join(path, entry.name));
    else hash.update(entry.name).update(readFileSync(join(path, entry.name)));
  }
}

function digestOf(bundles: string): string {
  const hash = createHash('sha256');
  for (const source of [bundles, ...SOURCES.map((one) => join(root, one))]) {
    if (source.endsWith('.yml')) hash.update(readFileSync(source));
    else addTo(hash, source);
  }
  return hash.digest('hex').slice(0, 16);
}

let known: { readonly bundles: string; readonly digest: string } | undefined;

/**
 * Seeded worlds as files, shared by all test files and runs for as long as app, seeds and stand-in stay what they are:
 * living through the demo's sixteen weeks takes two seconds, reading them a twentieth.
 */
export function seedCacheFor(bundles: string): SeedCache {
  if (known?.bundles !== bundles) known = { bundles, digest: digestOf(bundles) };
  const { digest } = known;
  const fileOf = (key: string): string =>
    join(folder, `${digest}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.world`);
  return {
    read: (key) => readSnapshot(fileOf(key)),
    write: (key, snapshot) => {
      if (existsSync(folder)) {
        for (const old of readdirSync(folder).filter((name) => !name.startsWith(digest)))
          rmSync(join(folder, old), { force: true });
      }
      mkdirSync(folder, { recursive: true });
      writeSnapshot(fileOf(key), snapshot);
    },
  };
}
