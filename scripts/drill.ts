import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './build/project';
import { copyCheckout, type Copy } from './drill/copy';
import type { Ceilings, Drill } from './drill/kind';

const KIT = ['kind.ts', 'copy.ts'];

/**
 * Adds one more of each kind, or of those named on the command line, to a copy of the checkout; fails where it touches
 * more files than it may, where the compiler does not ask for one of them, takes what it has to refuse, or where it
 * does not work.
 */
async function main(wanted: readonly string[]): Promise<void> {
  const kinds = readdirSync(inRoot('scripts/drill'))
    .filter((file) => file.endsWith('.ts') && !KIT.includes(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((kind) => wanted.length === 0 || wanted.includes(kind));
  if (kinds.length === 0) throw new Error(`no such kind: ${wanted.join(', ')}`);
  const copy = copyCheckout();
  try {
    for (const kind of kinds) {
      const { drill } = (await import(inRoot('scripts/drill', `${kind}.ts`))) as { drill: Drill };
      const started = Date.now();
      const complaints = perform(drill, copy);
      copy.reset();
      for (const complaint of complaints) console.log(`  ${complaint}`);
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(`drill: ${kind}: ${complaints.length === 0 ? 'holds' : 'does not hold'} (${seconds} s)`);
      if (complaints.length > 0) process.exitCode = 1;
    }
  } finally {
    copy.remove();
  }
}

/** Carries a drill out; what is wrong, in words. */
function perform(drill: Drill, copy: Copy): readonly string[] {
  console.log(`\n${drill.title}`);
  drill.begin(copy);
  const known = copy.touched();
  const asked = errorsOf(copy);
  drill.finish(copy);
  const untold = copy
    .touched()
    .filter((file) => areaOf(file) === 'code' && !known.includes(file))
    .filter((file) => !asked.some((error) => error.startsWith(file)));
  const taken = (drill.refused ?? []).filter(({ edit, file }) =>
    copy.trial(edit, () => !errorsOf(copy).some((error) => error.startsWith(file))),
  );
  return [
    ...overCeiling(copy.touched(), drill.ceilings),
    ...untold.map((file) => `nobody tells that ${file} has to change`),
    ...taken.map(({ title }) => `this compiles: ${title}`),
    ...errorsOf(copy),
    ...failuresOf(copy, drill.tests),
  ];
}

const AREAS = {
  texts: /^texts\//,
  code: /^((src|static)\/|packages\/[^/]+\/src\/)/,
  tests: /^(test|packages\/[^/]+\/test)\//,
  all: /^/,
} as const satisfies Readonly<Record<keyof Ceilings, RegExp>>;

/** The first area that a file stands in. */
const areaOf = (file: string): string | undefined =>
  Object.entries(AREAS).find(([, pattern]) => pattern.test(file))?.[0];

function overCeiling(touched: readonly string[], ceilings: Ceilings): readonly string[] {
  console.log(`  ${touched.length} files: ${touched.join(', ')}`);
  return (['all', 'code', 'texts', 'tests'] as const).flatMap((area) => {
    const most = ceilings[area];
    const files = touched.filter((file) => AREAS[area].test(file)).length;
    if (most === undefined) return [];
    console.log(`  ${area}: ${files} of at most ${most}`);
    return files > most ? [`${area}: ${files} files, at most ${most}`] : [];
  });
}

/** What the compiler has against the copy, a line each; unresolved styles are no concern of its. */
function errorsOf({ directory }: Copy): readonly string[] {
  run(directory, ['--require', 'tsx/cjs', 'scripts/texts.ts']);
  const compiler = inRoot('node_modules/typescript-native/bin/tsc');
  const said = run(directory, [compiler, '-b', 'tsconfig.solution.json', '--pretty', 'false']).output;
  const errors = said.split('\n').filter((line) => /^\S.*error TS/.test(line));
  return [...new Set(errors.filter((line) => !line.includes('error TS2882')))];
}

function failuresOf({ directory }: Copy, tests: readonly string[]): readonly string[] {
  const { ok, output } = run(directory, [join('node_modules', 'jest', 'bin', 'jest.js'), ...tests]);
  const said = output.split('\n').filter((line) => !line.startsWith('PASS'));
  return ok ? [] : ['the tests fail:', ...said];
}

/** Runs a program of Node: what it says, and whether it is content. */
function run(cwd: string, args: readonly string[]): { readonly ok: boolean; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}

void main(process.argv.slice(2));
