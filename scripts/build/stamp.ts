import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { built, inRoot } from './project';

const common = ['package-lock.json', 'tsconfig.json', 'manifest.yml', 'scripts/build', 'scripts/build.ts'];

/** What the build writes among the sources. */
const generated = ['static/build', `src/${built}`];

/** Hash over the contents of files and folders (relative to the checkout), whatever their dates and wherever it lies. */
export function digest(inputs: string[]): string {
  const hash = createHash('sha256');
  for (const input of [...common, ...inputs]) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const file = inRoot(path);
  if (!existsSync(file) || generated.includes(path)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(hash, `${path}/${name}`);
    return;
  }
  hash.update(path).update('\0').update(readFileSync(file)).update('\0');
}

const stampFile = (part: string): string => inRoot('dist/stamps', part);

/** True when `part` was last built from inputs with this digest and its outputs are still there. */
export function isFresh(part: string, current: string, outputs: string[]): boolean {
  const file = stampFile(part);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== current) return false;
  return outputs.every((output) => existsSync(inRoot(output)));
}

export function clearStamp(part: string): void {
  rmSync(stampFile(part), { force: true });
}

export function writeStamp(part: string, current: string): void {
  mkdirSync(inRoot('dist/stamps'), { recursive: true });
  writeFileSync(stampFile(part), current);
}
