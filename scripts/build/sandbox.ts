import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
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
    buildShell(),
  ]);
  return [];
}

async function buildShell(): Promise<void> {
  const directory = inRoot('packages/forge-sandbox/src/shell/client');
  await build({
    absWorkingDir: root,
    entryPoints: clientFiles(directory),
    outdir: inRoot('dist/sandbox/shell'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    sourcemap: true,
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    logLevel: 'silent',
  });
}

/** Only the files at the top are pages' scripts and styles; folders below hold what they share. */
function clientFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((file) => /\.(tsx?|css)$/.test(file))
    .map((file) => `${directory}/${file}`);
}
