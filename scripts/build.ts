import { spawn } from 'node:child_process';
import { buildCustomUi } from './build/custom-ui';
import { withBuildLock } from './build/lock';
import { built, inRoot, readTargets, root } from './build/project';
import { buildSandbox } from './build/sandbox';
import { clearStamp, digest, isFresh, writeStamp } from './build/stamp';
import { buildTexts } from './build/texts';

interface Part {
  name: string;
  inputs: string[];
  /** Without these the part is not built, whatever its stamp says. */
  outputs: string[];
  build: () => Promise<string[]>;
}

const targets = readTargets();

const parts: Part[] = [
  {
    name: 'functions',
    inputs: ['src', 'texts'],
    // The minified files too: `forge deploy` bundles those, wherever dist/ is.
    outputs: targets.functions.flatMap((name) => [
      `src/${built}/${name}.cjs`,
      `dist/app/${built}/${name}.cjs`,
    ]),
    build: buildFunctions,
  },
  {
    name: 'custom-ui',
    inputs: ['src/contract', 'src/domain', 'static', 'texts'],
    outputs: Object.values(targets.pages).map((file) => `static/build/${file}`),
    build: buildCustomUi,
  },
  {
    name: 'sandbox',
    inputs: ['packages/forge-sandbox/src', 'packages/forge-sandbox/build.ts', 'dev'],
    outputs: ['dist/sandbox/main.mjs'],
    build: buildSandbox,
  },
];

function buildFunctions(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const args = ['--require', 'tsx/cjs', inRoot('scripts/build/functions.ts')];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve([]);
      else reject(new Error('the Forge bundler failed'));
    });
  });
}

/** Builds what changed since its last build; `--force` builds everything. Talks on standard error only. */
async function main(force: boolean): Promise<void> {
  const started = performance.now();
  // First, as functions and pages are built from what this writes.
  for (const line of buildTexts()) say(line);
  const stale = parts
    .map((part) => ({ ...part, digest: digest(part.inputs) }))
    .filter((part) => force || !isFresh(part.name, part.digest, part.outputs));
  const results = await Promise.allSettled(stale.map(run));
  const failures = results.filter((result) => result.status === 'rejected');
  for (const { reason } of failures) say(reason instanceof Error ? reason.message : String(reason));
  if (failures.length > 0) {
    process.exitCode = 1;
    return;
  }
  const names = stale.map(({ name }) => name).join(', ');
  say(names === '' ? 'up to date' : `${names} in ${seconds(started)}`);
}

async function run(part: Part & { digest: string }): Promise<void> {
  clearStamp(part.name);
  for (const line of await part.build()) say(line);
  writeStamp(part.name, part.digest);
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function say(line: string): void {
  process.stderr.write(`build: ${line}\n`);
}

void withBuildLock(() => main(process.argv.includes('--force'))).catch((problem: unknown) => {
  say(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
});
