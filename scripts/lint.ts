import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, root } from './build/project';
import { runNode } from './run';

interface Check {
  name: string;
  args: string[];
}

const bin = (path: string): string => `node_modules/${path}`;

/** Prints each broken rule with its reason. */
function cruise(config: string, ...paths: string[]): string[] {
  const present = paths.filter((path) => existsSync(inRoot(path)));
  const program = bin('dependency-cruiser/bin/dependency-cruise.mjs');
  return [program, '--config', config, '--output-type', 'err-long', ...present];
}

/**
 * What did not change is not looked at again. A rule that asks for the type of another file can miss that this one
 * changed; `npm ci` empties the cache, so .ci/run looks at everything.
 */
const cache = (tool: string): string[] => [
  '--cache',
  '--cache-location',
  `node_modules/.cache/${tool}/${tool}-cache`,
];

/** Longest first, so that two at a time end together. */
const checks: Check[] = [
  {
    name: 'eslint',
    args: [
      bin('eslint/bin/eslint.js'),
      '--max-warnings',
      '0',
      ...cache('eslint'),
      '--cache-strategy',
      'content',
      '.',
    ],
  },
  { name: 'types', args: [bin('typescript-native/bin/tsc'), '--build', 'tsconfig.solution.json'] },
  { name: 'forge manifest and linters', args: ['--require', 'tsx/cjs', 'scripts/lint/forge.ts'] },
  {
    name: 'layers',
    args: cruise(
      '.dependency-cruiser.cjs',
      'src',
      'static',
      'texts',
      'packages',
      'dev',
      'scripts',
      'test',
      'bench',
    ),
  },
  { name: 'weight of the gate', args: cruise('.dependency-cruiser.gate.cjs', 'src/gate.ts') },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  {
    name: 'formatting',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', ...cache('prettier'), '.'],
  },
];

/** Runs every check, or those named on the command line, two at a time; prints what each had to say. */
async function main(wanted: string[]): Promise<void> {
  // The manifest names built pages, and Atlassian's validator looks for them.
  await runNode(['--require', 'tsx/cjs', 'scripts/build.ts']);
  const queue = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const failed: string[] = [];
  const worker = async (): Promise<void> => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      if (!(await run(check))) failed.push(check.name);
    }
  };
  await Promise.all([worker(), worker()]);
  console.log(failed.length === 0 ? 'lint: clean' : `lint: failed: ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function run({ name, args }: Check): Promise<boolean> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

void main(process.argv.slice(2));
