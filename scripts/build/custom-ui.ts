import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { atlaskitAtBuildTime } from './atlaskit';
import { bridgeInParts } from './bridge';
import { firstPaint, stylesOf } from './first-paint';
import { inRoot, readTargets, root } from './project';

export const customUiMetafile = inRoot('dist/custom-ui.meta.json');

/**
 * Bundles each page of the manifest's resources: static/<page>/main.tsx → static/build/<page>.{html,js,css}
 * and chunks for what it fetches later. Returns one line per page with its first-paint size.
 */
export async function buildCustomUi(): Promise<string[]> {
  const { pages } = readTargets();
  const present = Object.keys(pages).filter((page) => existsSync(source(page)));
  const missing = Object.keys(pages).filter((page) => !present.includes(page));
  const notices = missing.map((page) => `static/${page}/main.tsx does not exist yet, skipped`);
  if (present.length === 0) return notices;

  const outdir = inRoot('static/build');
  const builds = await Promise.all(present.map((page) => bundle(page, outdir)));
  const metafile: Metafile = {
    inputs: Object.assign({}, ...builds.map((one) => one.metafile.inputs)) as Metafile['inputs'],
    outputs: Object.assign({}, ...builds.map((one) => one.metafile.outputs)) as Metafile['outputs'],
  };
  // Chunk names change with their contents, so the last build goes; but only once this one succeeded.
  rmSync(outdir, { recursive: true, force: true });
  cpSync(inRoot('static/icons'), join(outdir, 'icons'), { recursive: true });
  for (const { path, contents } of builds.flatMap(({ outputFiles }) => outputFiles)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(customUiMetafile, JSON.stringify(metafile));
  for (const page of present)
    writeFileSync(join(outdir, pages[page] ?? `${page}.html`), html(page, metafile));
  return [...notices, ...present.map((page) => sizeLine(page, metafile))];
}

/**
 * Each page by itself: split together, what pages share falls into dozens of small files, which cost every first paint
 * some 10 KB, as each is compressed alone.
 */
function bundle(page: string, outdir: string) {
  return build({
    ...pageBuild({ [page]: source(page) }, outdir),
    minify: true,
    legalComments: 'none',
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    plugins: [atlaskitAtBuildTime, bridgeInParts],
  });
}

/** What every bundle of pages has in common, however it is built. */
export const pageBuild = (entryPoints: Record<string, string>, outdir: string) =>
  ({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
    // Atlaskit reads further process.env switches; without `process` in a browser they must all be undefined.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    metafile: true,
    write: false,
    logLevel: 'silent',
  }) satisfies BuildOptions;

/** The source of a page. */
export const source = (page: string): string => inRoot('static', page, 'main.tsx');

const outputOf = (page: string): string => `static/build/${page}.js`;

function sizeLine(page: string, metafile: Metafile): string {
  const { gzippedBytes, files } = firstPaint(outputOf(page), metafile);
  return `${page}: ${(gzippedBytes / 1000).toFixed(1)} KB gzipped JavaScript before first paint, ${files.length} files`;
}

/** Forge serves the page from a path of its own and forbids inline scripts: relative addresses, links only. */
function html(page: string, metafile: Metafile): string {
  const relative = (file: string): string => file.replace('static/build/', './');
  const entry = outputOf(page);
  const preloads = firstPaint(entry, metafile).files.filter((file) => file !== entry);
  return pageHtml(relative(entry), stylesOf(entry, metafile).map(relative), preloads.map(relative));
}

/** A page that loads a script, its styles, and what the script will ask for; addresses relative to the page. */
export function pageHtml(script: string, styles: readonly string[], preloads: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Holdfast</title>',
    ...styles.map((file) => `<link rel="stylesheet" href="${file}">`),
    ...preloads.map((file) => `<link rel="modulepreload" href="${file}">`),
    `<script type="module" src="${script}"></script>`,
    '</head>',
    '<body><div id="root"></div></body>',
    '</html>',
    '',
  ].join('\n');
}
