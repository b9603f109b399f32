import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { reach } from '../../../scripts/build/first-paint';
import { readTargets } from '../../../scripts/build/project';
import { textFiles } from '../../support/texts';

const root = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const metafile = JSON.parse(read('dist/custom-ui.meta.json')) as Metafile;
const pages = Object.keys(readTargets().pages);
const pathOf = (name: string): string => `texts/compiled/en/${name}.ts`;
const idsByPath = new Map(
  Object.entries(textFiles).map(([name, texts]) => [pathOf(name), Object.keys(texts)]),
);
const everyId = new Set([...idsByPath.values()].flat());

/** Our own source and text files behind some output files. */
const inputsOf = (outputs: readonly string[]): string[] =>
  outputs
    .flatMap((output) => Object.keys(metafile.outputs[output]?.inputs ?? {}))
    .filter((input) => input.startsWith('static/') || idsByPath.has(input));

/** Ids written out in source, and all that start as one put together while running does: `report.rule.${rule}`. */
const asked = (inputs: readonly string[]): string[] =>
  inputs
    .filter((input) => input.startsWith('static/') && /\.tsx?$/.test(input))
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
  new Set(inputs.flatMap((input) => idsByPath.get(input) ?? []));

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

test('no page loads a parser of messages', () => {
  expect(
    Object.keys(metafile.inputs).filter((input) => /formatjs|intl-messageformat|react-intl/.test(input)),
  ).toEqual([]);
});
