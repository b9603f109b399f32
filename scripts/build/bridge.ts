import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * What the pages use of `@forge/bridge`, and the file of the package that has it. Its index asks for all of the bridge, file
 * stores and translations included, and as CommonJS nothing of that falls away: 17 KB gzipped of every first paint.
 */
export const PARTS: Readonly<Record<string, string>> = {
  events: 'events/events.js',
  invoke: 'invoke/invoke.js',
  Modal: 'modal/modal.js',
  realtime: 'realtime/realtime.js',
  requestJira: 'fetch/index.js',
  router: 'router/router.js',
  showFlag: 'flag/flag.js',
  view: 'view/view.js',
};

/** What these files in turn use of a package that brings a translator along. */
const LOCALE = 'ensureLocale.js';

/** The index of the bridge as modules, of which a page takes what it imports. */
export const bridgeIndex = (parts: Readonly<Record<string, string>> = PARTS): string =>
  Object.entries(parts)
    .map(([name, file]) => `export { ${name} } from './${file}';`)
    .join('\n');

/**
 * Takes the bridge apart while building. What the pages import and is not listed does not build.
 *
 * @throws Error naming a file that the package no longer has.
 */
export const bridgeInParts: Plugin = {
  name: 'bridge-in-parts',
  setup(build) {
    build.onLoad({ filter: /node_modules\/@forge\/bridge\/out\/index\.js$/ }, ({ path }) => {
      const missing = Object.values(PARTS).find((file) => !existsSync(join(dirname(path), file)));
      if (missing !== undefined) throw new Error(`@forge/bridge has no ${missing}`);
      return { contents: bridgeIndex(), loader: 'js' };
    });
    // A part that nobody imports does nothing by being there.
    build.onResolve({ filter: /^\.\/[\w-]+\/[\w-]+\.js$/ }, ({ importer, path, resolveDir }) =>
      /node_modules\/@forge\/bridge\/out\/index\.js$/.test(importer)
        ? { path: join(resolveDir, path), sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /node_modules\/@forge\/i18n\/out\/index\.js$/ }, () => ({
      contents: `exports.ensureLocale = require('./${LOCALE}').ensureLocale;`,
      loader: 'js',
    }));
  },
};
