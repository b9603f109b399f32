import { build } from 'esbuild';
import { shellBuild } from '../../packages/forge-sandbox/build';
import { inRoot, root } from './project';

/** Bundles the stand-in for Node, packages left outside, and the scripts its own pages load. */
export async function buildSandbox(): Promise<string[]> {
  await Promise.all([
    build({
      absWorkingDir: root,
      entryPoints: [inRoot('dev/main.ts')],
      outfile: inRoot('dist/sandbox/main.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      logLevel: 'silent',
    }),
    build(shellBuild(inRoot('dist/sandbox/shell'))),
  ]);
  return [];
}
