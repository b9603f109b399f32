import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleLoader } from '../packages/forge-sandbox/src/forge/module-loader';
import { createApp } from '../packages/forge-sandbox/src/http/app';
import { PortInUse, serve } from '../packages/forge-sandbox/src/http/server';
import { ImportError } from '../packages/forge-sandbox/src/import';
import { createSandbox, UnknownSeed } from '../packages/forge-sandbox/src/sandbox';
import { holdfast } from './app';
import { readArguments, UsageError } from './arguments';
import { IMPORT_SEED, seedsFor } from './seeds';

/** Starts the stand-in in the project's folder. Prints one line to stdout once it can be used. */
async function main(): Promise<void> {
  const root = process.cwd();
  const { port, imports, seed } = readArguments(process.argv.slice(2), process.env);
  const sandbox = createSandbox({
    ...holdfast,
    manifest: readFileSync(join(root, 'manifest.yml'), 'utf8'),
    loader: bundleLoader(join(root, 'dist', 'app')),
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

  const server = await serve(createApp(sandbox, root), port);
  sandbox.jira.setBaseUrl(`http://localhost:${server.port}`);
  const stop = (): void => {
    sandbox.close();
    void server.close().then(() => process.exit(0));
    setTimeout(() => process.exit(0), 500).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  await sandbox.reset(seed ?? (imports.length > 0 ? IMPORT_SEED : 'demo'));
  console.log(`Holdfast sandbox ready at http://localhost:${server.port}`);
}

main().catch((problem: unknown) => {
  const expected =
    problem instanceof UsageError ||
    problem instanceof PortInUse ||
    problem instanceof ImportError ||
    problem instanceof UnknownSeed;
  console.error(expected ? problem.message : problem);
  process.exit(1);
});
