import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

const directory = join(__dirname, 'src/shell/client');

/** Only the files at the top are pages' scripts and styles; folders below hold what they share. */
const entries = (): string[] =>
  readdirSync(directory)
    .filter((file) => /\.(tsx?|css)$/.test(file))
    .map((file) => join(directory, file));

/** How the scripts and styles that the shell's own pages load are bundled into `outdir`. */
export const shellBuild = (outdir: string): BuildOptions => ({
  absWorkingDir: __dirname,
  entryPoints: entries(),
  outdir,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  sourcemap: true,
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
  logLevel: 'silent',
});

if (require.main === module) {
  build(shellBuild(join(__dirname, 'dist/shell'))).catch((problem: unknown) => {
    process.stderr.write(`${String(problem)}\n`);
    process.exitCode = 1;
  });
}
