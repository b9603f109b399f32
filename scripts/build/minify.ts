import { build, type Metafile } from 'esbuild';
import { inRoot, root } from './project';

/**
 * Makes one minified CommonJS file of each entry and all it needs, `<directory>/<name>.cjs` with a source map beside.
 * Forge's bundler takes it as it is: it neither minifies nor drops what nobody uses, and loads Babel over no .cjs.
 * Returns esbuild's record of what went into each file.
 */
export async function minify(entries: Record<string, string>, directory: string): Promise<Metafile> {
  const { metafile } = await build({
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
    logLevel: 'warning',
  });
  return metafile;
}
