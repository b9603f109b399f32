import { mkdirSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { rollup, type Plugin } from 'rollup';
import { readTargets } from '../../scripts/build/project';
import { root } from './sandbox';

const { functions } = readTargets();
const sourceOf = (name: string): string => join(root, 'src', `${name}.ts`);
const writtenTo = (directory: string, name: string): string => join(directory, 'built', `${name}.cjs`);

/** Bundles the functions with esbuild alone, as it is by itself: nothing minified, nothing left out. */
export async function byEsbuild(directory: string): Promise<void> {
  await Promise.all(
    functions.map((name) =>
      build({
        absWorkingDir: root,
        entryPoints: [sourceOf(name)],
        outfile: writtenTo(directory, name),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        logLevel: 'error',
      }),
    ),
  );
}

/** TypeScript for Rollup, a file at a time. */
const typescript: Plugin = {
  name: 'typescript',
  async transform(code, id) {
    if (!/\.tsx?$/.test(id)) return null;
    const done = await transform(code, { loader: 'ts', target: 'node20', sourcefile: id });
    return { code: done.code, map: null };
  },
};

/** Bundles the functions with Rollup, which knows modules of ECMAScript alone and is taught the rest by its plugins. */
export async function byRollup(directory: string): Promise<void> {
  mkdirSync(join(directory, 'built'), { recursive: true });
  for (const name of functions) {
    const bundle = await rollup({
      input: sourceOf(name),
      external: [...builtinModules, ...builtinModules.map((one) => `node:${one}`)],
      plugins: [
        nodeResolve({ preferBuiltins: true, extensions: ['.mjs', '.js', '.ts', '.json'] }),
        typescript,
        commonjs(),
        json(),
      ],
      onwarn: () => undefined,
    });
    const { output } = await bundle.generate({
      format: 'cjs',
      exports: 'named',
      inlineDynamicImports: true,
    });
    await bundle.close();
    writeFileSync(writtenTo(directory, name), output[0].code);
  }
}
