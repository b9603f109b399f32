import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_PAINT_BYTES, OTHER_PAGES_BYTES } from '../../../bench/first-paint.bench';
import { firstPaint, withPart } from '../../../scripts/build/first-paint';
import { functionsMetafile, readTargets } from '../../../scripts/build/project';
import type { Metafile } from 'esbuild';

const root = join(__dirname, '../../..');
const build = join(root, 'static/build');
const metafile = JSON.parse(readFileSync(join(root, 'dist/custom-ui.meta.json'), 'utf8')) as Metafile;
const pages = Object.entries(readTargets().pages);

const functionsOf = () => JSON.parse(readFileSync(functionsMetafile, 'utf8')) as Metafile;

/** The files of which anything is left in what was built. */
const contentsOf = ({ outputs }: Metafile): string[] =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );

test.each(pages)('page %s loads no more gzipped JavaScript before its first paint than it may', (page) => {
  const { gzippedBytes } = firstPaint(`static/build/${page}.js`, metafile);
  expect(gzippedBytes).toBeGreaterThan(40_000);
  expect(gzippedBytes).toBeLessThanOrEqual(FIRST_PAINT_BYTES[page] ?? OTHER_PAGES_BYTES);
});

test('the panel shows its first answer with no more than 128 KB', () => {
  const { gzippedBytes } = withPart('static/build/panel.js', 'static/panel/charter-panel.tsx', metafile);
  expect(gzippedBytes).toBeGreaterThan(firstPaint('static/build/panel.js', metafile).gzippedBytes);
  expect(gzippedBytes).toBeLessThanOrEqual(128_000);
});

test.each(pages)(
  'page %s (%s) keeps to Forge’s rules: relative addresses, no inline scripts',
  (_page, file) => {
    const html = readFileSync(join(build, file), 'utf8');
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1]);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !address?.startsWith('./'))).toEqual([]);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/\son\w+=/);
  },
);

test('no page carries the feature-flag client', () => {
  const scripts = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((file) => /statsig/i.test(readFileSync(join(build, file), 'utf8')))).toEqual([]);
});

test('neither pages nor functions carry the schemas of answers', () => {
  for (const files of [contentsOf(metafile), contentsOf(functionsOf())]) {
    expect(files).toContain('src/contract/calls/agreement/deliver.ts');
    expect(files.filter((file) => /^src\/contract\/(shapes|outputs)/.test(file))).toEqual([]);
  }
});
