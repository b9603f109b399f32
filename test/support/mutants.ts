import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from './sandbox';

const FUNCTIONS = ['gate', 'lozenge', 'resolvers', 'jobs'];

/** Builds the app's functions into a folder of their own, where the manifest looks for them. Returns the folder. */
export async function builtWith(plugin: Plugin): Promise<string> {
  const outdir = mkdtempSync(join(tmpdir(), 'mutant-'));
  await build({
    entryPoints: FUNCTIONS.map((name) => join(root, 'src', `${name}.ts`)),
    outdir: join(outdir, 'built'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
    plugins: [plugin],
  });
  return outdir;
}

/** One file of `src` with other words in one place of it. @throws Error at the build where that place is not there */
export const changed = (file: string, from: string, to: string): Plugin => ({
  name: 'changed',
  setup({ onLoad }) {
    const path = join(root, 'src', file);
    const text = readFileSync(path, 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`);
    onLoad({ filter: /\.ts$/ }, (args) =>
      args.path === path ? { contents: text.replace(from, () => to), loader: 'ts' } : undefined,
    );
  },
});
