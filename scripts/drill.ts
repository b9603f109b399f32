import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './build/project';
import { copyCheckout, type Copy } from './drill/copy';
import type { Ceilings, Drill } from './drill/kind';

const KIT = ['kind.ts', 'copy.ts'];

/**
 * Adds one more of each kind, or of those named on the command line, to a copy of the checkout; fails where it touches
 * more files than it may, where the compiler does not ask for one of them, or where it does not work.
 * `TSC` names another compiler to ask than the one installed.
 */
async function main(wanted: readonly string[]): Promise<void> {
  const kinds = readdirSync(inRoot('scripts/drill'))
    .filter((file) => file.endsWith('.ts') && !KIT.includes(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((kind) => wanted.length === 0 || wanted.includes(kind));
  if (kinds.length === 0) throw new Error(`no such kind: ${wanted.join(', ')}`);
  for (const kind of kinds) {
    const { drill } = (await import(inRoot('scripts/drill', `${kind}.ts`))) as { drill: Drill };
    const complaints = perform(drill);
    for (const complaint of complaints) console.log(`  ${complaint}`);
    console.log(`drill: ${kind}: ${complaints.length === 0 ? 'holds' : 'does not hold'}`);
    if (complaints.length > 0) process.exitCode = 1;
  }
}

/** Carries a drill out; resolves to what is wrong, in words. */
function perform(drill: Drill): readonly string[] {
  const copy = copyCheckout();
  try {
    console.log(`\n${drill.title}`);
    drill.begin(copy);
    const known = copy.touched();
    const asked = errorsOf(copy);
    drill.finish(copy);
    const untold = copy
      .touched()
      .filter((file) => areaOf(file) === 'code' && !known.includes(file))
      .filter((file) => !asked.some((error) => error.startsWith(file)));
    return [
      ...overCeiling(copy.touched(), drill.ceilings),
      ...untold.map((file) => `nobody tells that ${file} has to change`),
      ...errorsOf(copy),
      ...failuresOf(copy, drill.tests),
    ];
  } finally {
    copy.remove();
  }
}

function areaOf(file: string): keyof Ceilings | null {
  if (file.startsWith('static/i18n/')) return 'texts';
  if (/^(src|static)\//.test(file)) return 'code';
  return file.startsWith('test/') ? 'tests' : null;
}

function overCeiling(touched: readonly string[], ceilings: Ceilings): readonly string[] {
  return (['code', 'texts', 'tests'] as const).flatMap((area) => {
    const files = touched.filter((file) => areaOf(file) === area);
    console.log(`  ${area}: ${files.length} of at most ${ceilings[area]}: ${files.join(', ')}`);
    return files.length > ceilings[area]
      ? [`${files.length} files of ${area}, at most ${ceilings[area]}`]
      : [];
  });
}

/** What the compiler has against the copy, a line each; unresolved styles are no concern of its. */
function errorsOf({ directory }: Copy): readonly string[] {
  const compiler = process.env['TSC'] ?? inRoot('node_modules/typescript/bin/tsc');
  return run(directory, [compiler, '--noEmit', '-p', '.', '--pretty', 'false'])
    .output.split('\n')
    .filter((line) => /^\S.*error TS/.test(line) && !line.includes('error TS2882'));
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
