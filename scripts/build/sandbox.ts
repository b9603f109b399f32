import { build, type BuildOptions } from 'esbuild';
import { shellBuild } from '../../packages/forge-sandbox/build';
import { inRoot, root } from './project';

/** How the stand-in is bundled for Node, packages left outside. */
export const serverBuild = (outfile: string): BuildOptions => ({
  absWorkingDir: root,
  entryPoints: [inRoot('dev/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'silent',
});

/** Bundles the stand-in, and the scripts its own pages load. */
export async function buildSandbox(): Promise<string[]> {
  await Promise.all([
    build(serverBuild(inRoot('dist/sandbox/main.mjs'))),
    build(shellBuild(inRoot('dist/sandbox/shell'))),
  ]);
  return [];
}
