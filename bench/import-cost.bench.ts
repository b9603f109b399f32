import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { built, inRoot, readTargets } from '../scripts/build/project';
import { median, type Bench, type Figure } from './harness';

const rounds = 21;
const ceilings: Record<string, number> = { gate: 1.5, lozenge: 1.8 };
const otherCeiling = 2.5;
/** Process start-up noise that a median of so many rounds still shows on a busy two-core machine. */
const tolerance = 0.1;

const run = promisify(execFile);

/** Cold start: what importing each bundle costs against one that only uses @forge/api, same bundler. */
export const bench: Bench = {
  title: `Import cost of each function's bundle, against one that only uses @forge/api (median of ${rounds})`,
  async run() {
    const bundles = new Map(
      readTargets().functions.map((name) => [name, inRoot('dist/app', built, `${name}.cjs`)]),
    );
    const yardstick = await bundleYardstick();
    const peer = await bundled('peer/validator');
    bundles.set('a minimal validator', peer);
    const samples = await interleaved([yardstick, ...bundles.values()]);
    const base = samples.get(yardstick) ?? [];
    const figures = [...bundles].map(([name, bundle]): Figure => {
      const costs = samples.get(bundle) ?? [];
      // Round by round, so that a slow moment of the machine weighs on both sides.
      const value = median(costs.map((cost, round) => cost / (base[round] ?? Number.NaN)));
      const ceiling = ceilings[name] ?? otherCeiling;
      return { what: name, value, unit: '×', ceiling, tolerance, note: `${median(costs).toFixed(1)} ms` };
    });
    return [
      { what: 'only @forge/api', value: 1, unit: '×', note: `${median(base).toFixed(1)} ms` },
      ...figures,
    ];
  },
};

export const bundleYardstick = (): Promise<string> => bundled('import-cost/only-forge-api');

/** A function of the benches, made by the same two steps as the app's own. @returns the path of its bundle */
export async function bundled(name: string): Promise<string> {
  const [folder, file] = name.split('/');
  const output = inRoot('dist/bench', folder ?? '');
  const bundler = inRoot('scripts/build/functions.ts');
  await run(process.execPath, ['--require', 'tsx/cjs', bundler, output, inRoot('bench', `${name}.ts`)]);
  return `${output}/app/${built}/${file}.cjs`;
}

/** Every bundle once a round, each in a process of its own, so that a slow moment of the machine hits all. */
async function interleaved(bundles: string[]): Promise<Map<string, number[]>> {
  const samples = new Map<string, number[]>(bundles.map((bundle) => [bundle, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const bundle of bundles) {
      const { stdout } = await run(process.execPath, [inRoot('bench/import-cost/load.cjs'), bundle]);
      samples.get(bundle)?.push(Number(stdout));
    }
  }
  return samples;
}
