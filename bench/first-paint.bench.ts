import { readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { customUiMetafile } from '../scripts/build/custom-ui';
import { firstPaint } from '../scripts/build/first-paint';
import { readTargets } from '../scripts/build/project';
import type { Bench, Figure } from './harness';

/** The panel opens with every work item, the commitments with every day; the other pages carry no promise yet. */
const ceilings: Record<string, number> = { panel: 170, commitments: 170 };

export const bench: Bench = {
  title: 'JavaScript a page loads before its first paint, gzipped',
  run() {
    const metafile = JSON.parse(readFileSync(customUiMetafile, 'utf8')) as Metafile;
    const figures = Object.keys(readTargets().pages).map((page): Figure => {
      const { gzippedBytes, files } = firstPaint(`static/build/${page}.js`, metafile);
      const ceiling = ceilings[page];
      const figure = { what: page, value: gzippedBytes / 1000, unit: 'KB', note: `${files.length} files` };
      return ceiling === undefined ? figure : { ...figure, ceiling };
    });
    return Promise.resolve(figures);
  },
};
