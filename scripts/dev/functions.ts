import { join } from 'node:path';
import { context } from 'esbuild';
import { built, inRoot, readTargets, root } from '../build/project';
import { output, type WatchedBuild } from './output';

/** The functions as one file for each handler file of the manifest, as Forge's bundler makes them, only quicker. */
export async function watchFunctions(): Promise<WatchedBuild> {
  const building = await context({
    absWorkingDir: root,
    entryPoints: readTargets().functions.map((name) => inRoot('src', `${name}.ts`)),
    outdir: join(output, 'app', built),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  return {
    name: 'functions',
    concerns: (file) => /^(src|texts\/compiled)\//.test(file),
    async rebuild() {
      await building.rebuild();
      return { restart: false, functions: true, pages: [] };
    },
    dispose: () => building.dispose(),
  };
}
