import { readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { customUiMetafile } from '../scripts/build/custom-ui';
import { firstPaint, withPart } from '../scripts/build/first-paint';
import { readTargets } from '../scripts/build/project';
import type { Bench, Figure } from './harness';

/** Gzipped, of all files that the page waits for. */
export const FIRST_PAINT_BYTES: Readonly<Record<string, number>> = {
  panel: 110_000,
  report: 110_000,
  lozenge: 70_000,
  form: 75_000,
};
export const OTHER_PAGES_BYTES = 125_000;

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
        ceiling: (FIRST_PAINT_BYTES[page] ?? OTHER_PAGES_BYTES) / 1000,
      };
    });
    const { gzippedBytes } = withPart('static/build/panel.js', 'static/panel/charter-panel.tsx', metafile);
    const answered: Figure = {
      what: 'panel, with its first answer',
      value: gzippedBytes / 1000,
      unit: 'KB',
      ceiling: 128,
    };
    return Promise.resolve([...figures, answered]);
  },
};
