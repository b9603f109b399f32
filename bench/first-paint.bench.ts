import { readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { customUiMetafile } from '../scripts/build/custom-ui';
import { firstPaint } from '../scripts/build/first-paint';
import { readTargets } from '../scripts/build/project';
import type { Bench, Figure } from './harness';

const CEILING = 170;

export const bench: Bench = {
  title: 'JavaScript a page loads before its first paint, gzipped',
  run() {
    const metafile = JSON.parse(readFileSync(customUiMetafile, 'utf8')) as Metafile;
    const figures = Object.keys(readTargets().pages).map((page): Figure => {
      const { gzippedBytes, files } = firstPaint(`static/build/${page}.js`, metafile);
      return {
        what: page,
        value: gzippedBytes / 1000,
        unit: 'KB',
        note: `${files.length} files`,
        ceiling: CEILING,
      };
    });
    return Promise.resolve(figures);
  },
};
