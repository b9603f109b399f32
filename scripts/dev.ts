import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildTexts } from './build/texts';
import { watchFunctions } from './dev/functions';
import { output, type WatchedBuild } from './dev/output';
import { watchPages } from './dev/pages';
import { Server } from './dev/server';
import { watchStandIn } from './dev/stand-in';
import { watchCheckout } from './dev/watch';

const makers = [watchStandIn, watchFunctions, watchPages];

/**
 * `npm run dev`: builds, serves, and builds again what changes. A changed screen is loaded anew in the browser, a
 * changed function runs at its next cold start, a changed stand-in starts again in the same world.
 */
class Workshop {
  private builds: readonly WatchedBuild[] = [];

  constructor(private readonly server: Server) {}

  /** Builds everything. */
  async open(): Promise<void> {
    const started = performance.now();
    buildTexts();
    this.builds = await Promise.all(makers.map((make) => make()));
    await Promise.all(this.builds.map((build) => build.rebuild([])));
    say(`built in ${seconds(started)}`);
    await this.server.start();
  }

  /** Builds what these files go into. What does not build is said, and the last that did goes on. */
  async change(files: readonly string[]): Promise<void> {
    try {
      if (files.includes('manifest.yml')) return await this.reopen();
      // What this writes is a change of its own.
      if (files.some((file) => /^texts\/.*\.json$/.test(file))) buildTexts();
      for (const build of this.builds) await this.rebuild(build, files.filter(build.concerns));
    } catch (problem) {
      say(problem instanceof Error ? problem.message : String(problem));
    }
  }

  async close(): Promise<void> {
    await this.server.stop();
    await Promise.all(this.builds.map((build) => build.dispose()));
  }

  private async reopen(): Promise<void> {
    await this.close();
    await this.open();
  }

  private async rebuild(build: WatchedBuild, files: readonly string[]): Promise<void> {
    if (files.length === 0) return;
    const started = performance.now();
    const rebuilt = await build.rebuild(files);
    if (rebuilt.restart) {
      await this.server.stop();
      await this.server.start();
    } else if (rebuilt.functions || rebuilt.pages.length > 0) {
      this.server.tell({ functions: rebuilt.functions, pages: rebuilt.pages });
    }
    const what = rebuilt.restart || rebuilt.functions ? build.name : rebuilt.pages.join(', ') || 'no page';
    say(`${what} in ${seconds(started)}, from ${files.join(', ')}`);
  }
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(2)} s`;

function say(line: string): void {
  process.stderr.write(`dev: ${line}\n`);
}

async function main(given: readonly string[]): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  // A stand-in that starts again finds its world, also where nobody asked to keep it longer.
  const kept = given.includes('--keep') ? [] : ['--keep', join(output, 'world')];
  const server = new Server([...given, ...kept], (line) => process.stdout.write(`${line}\n`));
  const workshop = new Workshop(server);
  await workshop.open();
  const unwatch = watchCheckout((files) => workshop.change(files));
  const stop = (): void => {
    unwatch();
    void workshop.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main(process.argv.slice(2)).catch((problem: unknown) => {
  say(problem instanceof Error ? problem.message : String(problem));
  process.exit(1);
});
