import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import remapping from '@jridgewell/remapping';
import { getNodeBundler } from '@forge/bundler';
import { NullLogger } from '@forge/cli-shared';
import { minify } from './minify';
import { built, functionsMetafile, inRoot, readTargets, root } from './project';

/**
 * Bundles Forge functions: first into one minified file each, which is what the manifest names, then these with
 * Atlassian's own bundler, as `forge deploy` does, without its network.
 * Runs as a process of its own: the bundler insists on `require.main` and takes over a second to load.
 *
 * Usage: functions.ts [outputDirectory entryFile…], default dist/app and the manifest's handlers. The directory lies in
 * the checkout, whose packages are bundled.
 */
async function main(output?: string, ...files: string[]): Promise<void> {
  if (output === undefined) {
    const sources = readTargets().functions.map((name) => inRoot('src', `${name}.ts`));
    const metafile = await bundle(sources, inRoot('src', built), inRoot('dist/app'));
    writeFileSync(functionsMetafile, JSON.stringify(metafile));
  } else {
    await bundle(files, join(output, 'minified'), join(output, 'app'));
  }
}

async function bundle(sources: string[], minified: string, output: string) {
  rmSync(minified, { recursive: true, force: true });
  const names = sources.map((file) => basename(file, '.ts'));
  const entries = Object.fromEntries(names.map((name, index) => [name, sources[index] ?? '']));
  const { metafile, maps } = await minify(entries, minified);
  const bundles = await forgeBundle(
    names.map((name) => ({ name: `${built}/${name}`, path: join(minified, name) })),
  );
  for (const [file, map] of maps) mapToSources(join(bundles, built, `${file}.map`), map, minified);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  for (const file of readdirSync(bundles))
    cpSync(join(bundles, file), join(output, file), { recursive: true });
  rmSync(bundles, { recursive: true, force: true });
  return metafile;
}

/** Bundles entry points (paths without extension, as `forge deploy` gives them) and returns the directory written. */
async function forgeBundle(entryPoints: { name: string; path: string }[]): Promise<string> {
  // Forge downloads its loader and wrapper to deploy them next to the bundles; nothing here runs them.
  const absent = () => Promise.resolve({ script: '', source: '', version: 'local' });
  const bundler = getNodeBundler(
    { ...NullLogger, warn: (message) => console.error(message) },
    { getNodeRuntimeWrapper: absent, getNodeRuntimeLoader: absent },
    { readConfig: () => Promise.resolve({ app: {} } as never) },
  );
  const { outputDir } = await bundler.bundle({ appDirectory: root, entryPoints, i18nConfig: {} as never });
  return outputDir;
}

/** The bundler's map ends at the minified file; carried on through that file's own map it ends at the sources. */
function mapToSources(file: string, minifiedMap: string, directory: string): void {
  const map = JSON.parse(minifiedMap) as { sources: string[] };
  const sources = map.sources.map((source) => `/${relative(root, join(directory, source))}`);
  const whole = remapping(readFileSync(file, 'utf8'), (source) =>
    source.endsWith(`/${basename(file, '.map')}`) ? JSON.stringify({ ...map, sources }) : null,
  );
  writeFileSync(file, whole.toString());
}

main(...process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
