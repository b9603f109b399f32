import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { reach } from '../../../scripts/build/first-paint';
import { readTargets } from '../../../scripts/build/project';

type Screens = Record<string, Record<string, string>>;

const root = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const metafile = JSON.parse(read('dist/custom-ui.meta.json')) as Metafile;
const pages = Object.keys(readTargets().pages);
const files = readdirSync(join(root, 'static/i18n')).map((name) => `static/i18n/${name}`);

const idsIn = (file: string): string[] =>
  Object.entries(JSON.parse(read(file)) as Screens).flatMap(([screen, texts]) =>
    Object.keys(texts).map((name) => `${screen}.${name}`),
  );
const everyId = new Set(files.flatMap(idsIn));

/** Our own source and text files behind some output files. */
const inputsOf = (outputs: readonly string[]): string[] =>
  outputs
    .flatMap((output) => Object.keys(metafile.outputs[output]?.inputs ?? {}))
    .filter((input) => input.startsWith('static/'));

/** Ids written out in source, and all that start as one put together while running does: `report.rule.${rule}`. */
const asked = (inputs: readonly string[]): string[] =>
  inputs
    .filter((input) => /\.tsx?$/.test(input))
    .flatMap((input) => {
      const source = read(input);
      const whole = [...source.matchAll(/['"`]([a-z]\w*\.[\w.-]+)['"`]/g)].map(([, id]) => id ?? '');
      const starts = [...source.matchAll(/`([a-z]\w*\.\w+\.)\$\{/g)].map(([, start]) => start ?? '');
      return [
        ...whole.filter((id) => everyId.has(id)),
        ...starts.flatMap((start) => [...everyId].filter((id) => id.startsWith(start))),
      ];
    });

const given = (inputs: readonly string[]): Set<string> =>
  new Set(inputs.filter((input) => files.includes(input)).flatMap(idsIn));

describe.each(pages)('page %s', (page) => {
  test.each([
    ['before its first paint', 'static'],
    ['in all it may fetch', 'all'],
  ] as const)('has every text it asks for %s', (_when, follow) => {
    const inputs = inputsOf(reach(`static/build/${page}.js`, metafile, follow));
    const texts = given(inputs);
    expect(texts.size).toBeGreaterThan(20);
    expect(asked(inputs).length).toBeGreaterThan(10);
    expect(asked(inputs).filter((id) => !texts.has(id))).toEqual([]);
  });
});

test('a text stands in one file only', () => {
  const all = files.flatMap(idsIn);
  expect(all.filter((id, place) => all.indexOf(id) !== place)).toEqual([]);
});
