import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getNodeBundler } from '@forge/bundler';
import { NullLogger } from '@forge/cli-shared';
import { inRoot, readTargets, root } from './project';

/**
 * Bundles Forge functions with Atlassian's own bundler, as `forge deploy` does, without its network.
 * Runs as a process of its own: the bundler insists on `require.main` and takes over a second to load.
 *
 * Usage: functions.ts [outputDirectory [entryFile…]], default dist/app and the manifest's handlers.
 */
async function main(output = inRoot('dist/app'), ...entries: string[]): Promise<void> {
  const files = entries.length > 0 ? entries : handlerFiles();
  const appDirectory = writeCompilerSettings();
  // Forge downloads its loader and wrapper to deploy them next to the bundles; nothing here runs them.
  const absent = () => Promise.resolve({ script: '', source: '', version: 'local' });
  const bundler = getNodeBundler(
    { ...NullLogger, warn: (message) => console.error(message) },
    { getNodeRuntimeWrapper: absent, getNodeRuntimeLoader: absent },
    { readConfig: () => Promise.resolve({ app: {} } as never) },
  );
  const { outputDir } = await bundler.bundle({
    appDirectory,
    entryPoints: files.map((path) => ({ name: nameOf(path), path })),
    i18nConfig: {} as never,
  });
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  for (const file of readdirSync(outputDir)) copyFileSync(join(outputDir, file), join(output, file));
  rmSync(outputDir, { recursive: true, force: true });
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.ts$/, '');

const handlerFiles = (): string[] => readTargets().functions.map((name) => inRoot('src', `${name}.ts`));

/** The bundler reads tsconfig.json from the app directory; ours leaves type checking to `npm run lint`. */
function writeCompilerSettings(): string {
  const directory = inRoot('dist/bundler');
  mkdirSync(directory, { recursive: true });
  const settings = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { noCheck: true, types: ['node'] },
    include: [inRoot('src')],
  };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(settings, null, 2));
  return directory;
}

main(...process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
