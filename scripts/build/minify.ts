import { build, type Metafile } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { inRoot, root } from './project';

export interface Minified {
  /** esbuild's record of what went into each file. */
  readonly metafile: Metafile;
  /** Source maps by file name, sources relative to the directory. */
  readonly maps: ReadonlyMap<string, string>;
}

/**
 * Makes one minified CommonJS file of each entry and all it needs, `<directory>/<name>.cjs`.
 * Forge's bundler takes it as it is: it neither minifies nor drops what nobody uses, and loads Babel over no .cjs.
 */
export async function minify(entries: Record<string, string>, directory: string): Promise<Minified> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: directory,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    // Left to Forge's bundler, which notes the packages it finds; its form of them loads faster than this one's.
    external: ['@forge/*'],
    // Webpack makes files of their own of what is imported later, unless a comment that is gone here says no.
    supported: { 'dynamic-import': false },
    // What webpack would take; esbuild's own order for Node prefers CommonJS, of which nothing can be left out.
    mainFields: ['module', 'main'],
    conditions: ['production'],
    format: 'cjs',
    target: 'node20',
    tsconfig: inRoot('tsconfig.json'),
    // Webpack would answer a package's question for AMD in the name of the whole file, which then exports nothing.
    define: { 'process.env.NODE_ENV': '"production"', define: 'undefined' },
    minify: true,
    // Node prints the line an error comes from.
    lineLimit: 500,
    legalComments: 'none',
    sourcemap: 'external',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const maps = new Map<string, string>();
  mkdirSync(directory, { recursive: true });
  for (const { path, text } of outputFiles) {
    if (path.endsWith('.map')) maps.set(basename(path, '.map'), text);
    else writeFileSync(path, exportsByName(text));
  }
  return { metafile, maps };
}

/**
 * Sets every export on `exports`, where esbuild sets `module.exports` whole: that webpack takes for an entry that others
 * may load, puts it into a function, and the engine reads every byte once more at each cold start.
 */
export function exportsByName(code: string): string {
  const whole = /module\.exports=[\w$]+\(([\w$]+)\);/.exec(code);
  const names = /\n?0&&\(module\.exports=\{([\w$,\s]+)\}\);?\s*$/.exec(code);
  if (!whole?.[1] || !names?.[1]) throw new Error('esbuild no longer sets exports as this build knows it');
  const [statement, object] = whole;
  const set = names[1].split(',').map((name) => `exports.${name.trim()}=${object}.${name.trim()};`);
  // As long as before, so that the source map goes on fitting.
  return `${code.slice(0, names.index).replace(statement, ' '.repeat(statement.length))}\n${set.join('')}\n`;
}
