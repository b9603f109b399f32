import { readFile } from 'node:fs/promises';
import tokenNames from '@atlaskit/tokens/token-names';
import type { Loader, Plugin } from 'esbuild';

/** What an avatar draws beside a face where it is told to. */
const UNUSED_MARKS = /@atlaskit\/avatar\/dist\/esm\/internal\/(presence|status)-wrapper\.js$/;

/**
 * Settles while building what Atlaskit would otherwise settle in the browser, on the first paint's account:
 *
 * - Flags: outside Atlassian's own products nobody initialises the feature-flag client, so every flag reads
 *   false. Written as `false`, the client (45 KB gzipped, and a way to the network) and all code behind flags
 *   fall away.
 * - Tokens: `token('color.text')` becomes `"var(--ds-text)"`, and the table of all names falls away. Atlassian's
 *   own Babel plugin does the same.
 * - Icons: each is CommonJS and asks for its component as such, and with it for a second copy of the styles' runtime
 *   that all other components have as modules. They get the component that there is as a module too.
 * - Avatars: no page of ours shows whether somebody is online or approved (a test sees to it), so the drawings of both,
 *   with an icon each, fall away.
 */
export const atlaskitAtBuildTime: Plugin = {
  name: 'atlaskit-at-build-time',
  setup(build) {
    // The first that answers counts.
    build.onLoad({ filter: UNUSED_MARKS }, () => ({ contents: 'export default () => null;', loader: 'js' }));
    build.onLoad({ filter: /node_modules\/@atlaskit\/.+\/dist\/esm\/.+\.js$/ }, ({ path }) =>
      path.endsWith('/feature-gate-js-client/dist/esm/client/FeatureGates.js')
        ? { contents: idleFlagClient, loader: 'js' }
        : kept(path),
    );
    build.onResolve({ filter: /^@atlaskit\/icon\/components\// }, ({ path, kind, resolveDir }) =>
      kind === 'require-call' ? build.resolve(path, { resolveDir, kind: 'import-statement' }) : undefined,
    );
    build.onLoad({ filter: /\/static\/.+\.tsx?$/ }, ({ path }) =>
      rewritten(path, path.endsWith('x') ? 'tsx' : 'ts'),
    );
  },
};

/** Packages do not change while a process builds again and again. */
const packages = new Map<string, ReturnType<typeof rewritten>>();

function kept(path: string): ReturnType<typeof rewritten> {
  const known = packages.get(path) ?? rewritten(path, 'js');
  packages.set(path, known);
  return known;
}

const flagCall = /(?<![\w.])fg\((['"])[^'"]+\1\)/g;
const tokenCall = /(?<![\w.])token\((['"])([\w.[\]-]+)\1(?:, *(['"])([^'"]*)\3)?\)/g;

async function rewritten(path: string, loader: Loader): Promise<{ contents: string; loader: Loader }> {
  return { contents: settled(await readFile(path, 'utf8'), path).contents, loader };
}

/**
 * Source with its flags and tokens settled, and how many of each there were.
 *
 * @throws Error naming the file that asks for a token that does not exist.
 */
export function settled(source: string, path: string): { contents: string; flags: number; tokens: number } {
  let flags = 0;
  let tokens = 0;
  const contents = source
    .replace(flagCall, () => {
      flags += 1;
      return 'false';
    })
    .replace(tokenCall, (_call, _quote, name: string, _quote2, fallback?: string) => {
      tokens += 1;
      const variable = names[name];
      if (variable === undefined) throw new Error(`${path}: no design token is called ${name}`);
      return JSON.stringify(fallback === undefined ? `var(${variable})` : `var(${variable}, ${fallback})`);
    });
  return { contents, flags, tokens };
}

const names: Readonly<Record<string, string>> = tokenNames;

const idleFlagClient = `
export default {
  initializeCompleted: () => false,
  checkGate: () => false,
  getExperiment: () => ({ get: (key, fallback) => fallback }),
  getExperimentValue: (experiment, parameter, fallback) => fallback,
};
`;
