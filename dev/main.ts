import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleLoader } from '../packages/forge-sandbox/src/forge/module-loader';
import { createApp } from '../packages/forge-sandbox/src/http/app';
import { BuildChanges } from '../packages/forge-sandbox/src/http/changes';
import { PortInUse, serve } from '../packages/forge-sandbox/src/http/server';
import { ImportError } from '../packages/forge-sandbox/src/import';
import { createSandbox, UnknownSeed, type Sandbox } from '../packages/forge-sandbox/src/sandbox';
import { SnapshotError } from '../packages/forge-sandbox/src/snapshot';
import { holdfast } from './app';
import { readArguments, UsageError } from './arguments';
import { readBuildMessage } from './build-message';
import { keepWorld } from './keep';
import { IMPORT_SEED, seedsFor } from './seeds';

/** Where the app lies: its functions, what the manifest's resource paths start from, and the stand-in's own scripts. */
const builtApp = (root: string) => ({
  functions: join(root, 'dist/app'),
  pages: root,
  shell: join(root, 'dist/sandbox/shell'),
});
const watchedApp = (root: string) => ({
  functions: join(root, 'dist/dev/app'),
  pages: join(root, 'dist/dev'),
  shell: join(root, 'dist/dev/shell'),
});

/** Takes up what `npm run dev` has built anew: functions at their next cold start, pages at once. */
function followBuilds(sandbox: Sandbox): BuildChanges {
  const changes = new BuildChanges();
  process.on('message', (message) => {
    const { functions, pages } = readBuildMessage(message);
    if (functions) sandbox.host.cool();
    if (pages.length > 0) changes.tell(pages);
  });
  return changes;
}

/** Starts the stand-in in the project's folder. Prints one line to stdout once it can be used. */
async function main(): Promise<void> {
  const root = process.cwd();
  const { port, imports, seed, keep, dev } = readArguments(process.argv.slice(2), process.env);
  const { functions, pages, shell } = dev ? watchedApp(root) : builtApp(root);
  const sandbox = createSandbox({
    ...holdfast,
    manifest: readFileSync(join(root, 'manifest.yml'), 'utf8'),
    loader: bundleLoader(functions),
    seeds: seedsFor(imports),
    ticking: true,
    // Somebody is watching: late enough to be noticed, not to be waited for.
    switches: { eventDelay: 'PT2S' },
    baseUrl: `http://localhost:${port}`,
  });
  // A rejection nobody awaited in the app would end a Forge function, not the site.
  process.on('unhandledRejection', (problem) =>
    sandbox.problems.add('unhandled rejection in the app', problem),
  );

  const changes = dev ? { changes: followBuilds(sandbox) } : {};
  const server = await serve(createApp(sandbox, pages, { shell, ...changes }), port);
  sandbox.jira.setBaseUrl(`http://localhost:${server.port}`);
  let write = (): void => undefined;
  const stop = (): void => {
    write();
    sandbox.close();
    void server.close().then(() => process.exit(0));
    setTimeout(() => process.exit(0), 500).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  const make = (): Promise<void> => sandbox.reset(seed ?? (imports.length > 0 ? IMPORT_SEED : 'demo'));
  if (keep === undefined) await make();
  else write = await keepWorld(sandbox, keep, make);
  for (const { where, message } of sandbox.problems.list()) {
    if (where.startsWith('import of ')) console.log(`${where}: ${message}`);
  }
  console.log(`Holdfast sandbox ready at http://localhost:${server.port}`);
}

main().catch((problem: unknown) => {
  const expected =
    problem instanceof UsageError ||
    problem instanceof PortInUse ||
    problem instanceof ImportError ||
    problem instanceof SnapshotError ||
    problem instanceof UnknownSeed;
  console.error(expected ? problem.message : problem);
  process.exit(1);
});
