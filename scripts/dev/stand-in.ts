import { join } from 'node:path';
import { context } from 'esbuild';
import { shellBuild } from '../../packages/forge-sandbox/build';
import { serverBuild } from '../build/sandbox';
import { output, type WatchedBuild } from './output';

/** The stand-in itself: a changed one is another process, in the same world. */
export async function watchStandIn(): Promise<WatchedBuild> {
  const builds = await Promise.all([
    context(serverBuild(join(output, 'main.mjs'))),
    context(shellBuild(join(output, 'shell'))),
  ]);
  return {
    name: 'stand-in',
    concerns: (file) => /^(dev|packages\/forge-sandbox\/src)\//.test(file),
    async rebuild() {
      await Promise.all(builds.map((build) => build.rebuild()));
      return { restart: true };
    },
    dispose: async () => {
      await Promise.all(builds.map((build) => build.dispose()));
    },
  };
}
