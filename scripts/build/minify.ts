import { build, type Metafile } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot, root } from './project';

/**
 * Makes one minified CommonJS file of each entry and all it needs, `<directory>/<name>.cjs` with a source map beside.
 * Forge's bundler takes it as it is: it neither minifies nor drops what nobody uses, and loads Babel over no .cjs.
 * Returns esbuild's record of what went into each file.
 */
export async function minify(entries: Record<string, string>, directory: string): Promise<Metafile> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: directory,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
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
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, path.endsWith('.map') ? text : exportsByName(text));
  }
  return metafile;
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
