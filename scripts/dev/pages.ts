import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { context, type Metafile } from 'esbuild';
import { atlaskitAtBuildTime } from '../build/atlaskit';
import { bridgeInParts } from '../build/bridge';
import { pageBuild, pageHtml, source } from '../build/custom-ui';
import { reach, stylesOf } from '../build/first-paint';
import { inRoot, readTargets, root } from '../build/project';
import { output, type WatchedBuild } from './output';

const folder = join(output, 'static/build');
/** As esbuild's metafile names it. */
const named = relative(root, folder);

const entryOf = (page: string): string => `${named}/${page}.js`;

/** The sources of a page, relative to the checkout, whatever of it is fetched when. */
function sourcesOf(page: string, metafile: Metafile): ReadonlySet<string> {
  const files = [...reach(entryOf(page), metafile, 'all'), ...stylesOf(entryOf(page), metafile)];
  return new Set(files.flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {})));
}

/** All pages in one build, not minified: what they share is read and written once. */
export async function watchPages(): Promise<WatchedBuild> {
  const pages = Object.entries(readTargets().pages);
  const entries = Object.fromEntries(pages.map(([page]) => [page, source(page)]));
  const building = await context({
    ...pageBuild(entries, folder),
    write: true,
    plugins: [atlaskitAtBuildTime, bridgeInParts],
  });
  mkdirSync(folder, { recursive: true });
  cpSync(inRoot('static/icons'), join(folder, 'icons'), { recursive: true });

  return {
    name: 'pages',
    concerns: (file) =>
      /^(static|texts\/compiled|src\/(contract|domain))\//.test(file) && !file.startsWith('static/build/'),
    async rebuild(changed) {
      const { metafile } = await building.rebuild();
      const affected = pages.filter(([page]) => {
        const sources = sourcesOf(page, metafile);
        return changed.length === 0 || changed.some((file) => sources.has(file));
      });
      for (const [page, file] of affected) {
        const styles = stylesOf(entryOf(page), metafile).map((style) => `./${relative(named, style)}`);
        writeFileSync(join(folder, file), pageHtml(`./${page}.js`, styles, []));
      }
      return { restart: false, functions: false, pages: affected.map(([, file]) => file) };
    },
    dispose: () => building.dispose(),
  };
}
