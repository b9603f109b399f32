import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { inRoot } from './project';

type Follow = 'static' | 'all';

/** Output files reachable from `entry`; `static` leaves out what only a dynamic import asks for. */
export function reach(entry: string, metafile: Metafile, follow: Follow): string[] {
  const seen = new Set<string>();
  const queue = [entry];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    const output = metafile.outputs[file];
    if (seen.has(file) || !output) continue;
    seen.add(file);
    for (const { path, kind, external } of output.imports) {
      const wanted = kind === 'import-statement' || (follow === 'all' && kind === 'dynamic-import');
      if (wanted && !external) queue.push(path);
    }
  }
  return [...seen];
}

/** JavaScript a browser must fetch before `entry` runs, and its size in bytes when each file is gzipped. */
export function firstPaint(entry: string, metafile: Metafile): { files: string[]; gzippedBytes: number } {
  return gzipped(reach(entry, metafile, 'static'));
}

/** The same with a part that is fetched as soon as the page begins, and shown with the first answer. */
export function withPart(
  entry: string,
  part: string,
  metafile: Metafile,
): { files: string[]; gzippedBytes: number } {
  const folder = entry.slice(0, entry.lastIndexOf('/'));
  const chunks = Object.keys(metafile.outputs).filter(
    (file) => file.startsWith(folder) && metafile.outputs[file]?.entryPoint === part,
  );
  return gzipped([...new Set([entry, ...chunks].flatMap((file) => reach(file, metafile, 'static')))]);
}

function gzipped(files: string[]): { files: string[]; gzippedBytes: number } {
  const sizes = files.map((file) => gzipSync(readFileSync(inRoot(file)), { level: 9 }).length);
  return { files, gzippedBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Every stylesheet of the page. esbuild writes one per lazy chunk too, but nothing would ever load those. */
export function stylesOf(entry: string, metafile: Metafile): string[] {
  const bundles = reach(entry, metafile, 'all').map((file) => metafile.outputs[file]?.cssBundle);
  return [...new Set(bundles.filter((file) => file !== undefined))];
}
