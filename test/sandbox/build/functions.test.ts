import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { readTargets } from '../../../scripts/build/project';
import { exportsByName } from '../../../scripts/build/minify';

const root = join(__dirname, '../../..');
const { functions } = readTargets();
const bundleOf = (name: string): string => join(root, 'dist/app/built', `${name}.cjs`);
const read = (file: string): string => readFileSync(file, 'utf8');

test('the folder of the handlers holds what was built of them and nothing else', () => {
  const files = functions.map((name) => `${name}.cjs`);
  expect(readdirSync(join(root, 'src/built')).sort()).toEqual(files.sort());
});

test('each function is one file and loads no further one', () => {
  const files = functions.flatMap((name) => [`built/${name}.cjs`, `built/${name}.cjs.map`]);
  const found = readdirSync(join(root, 'dist/app'), { recursive: true, encoding: 'utf8' });
  expect(found.filter((file) => file !== 'built').sort()).toEqual(files.sort());
});

test.each(functions)('the bundle of %s is made of the minified file, most lines as they were', (name) => {
  const bundle = new Set(read(bundleOf(name)).split('\n'));
  const lines = read(join(root, 'src/built', `${name}.cjs`)).split('\n');
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.filter((line) => bundle.has(line)).length).toBeGreaterThan(0.7 * lines.length);
});

test.each(functions)('webpack leaves %s in place and answers no question for AMD in it', (name) => {
  const bundle = read(bundleOf(name));
  expect(bundle).not.toContain('__WEBPACK_AMD_DEFINE');
  expect(bundle).not.toContain("can't be inlined");
  expect(bundle).not.toContain('webpackEmptyContext');
});

test('a place in a bundle is found again in its source', () => {
  const before = read(bundleOf('gate')).split('"follow-up"')[0]?.split('\n') ?? [];
  const map = new SourceMap(JSON.parse(read(`${bundleOf('gate')}.map`)) as SourceMapPayload);
  const place = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
  const source = read(join(root, 'src/platform/storage/follow-ups.ts')).split('\n');
  expect(place).toMatchObject({
    originalSource: expect.stringMatching(/\/src\/platform\/storage\/follow-ups\.ts$/),
  });
  expect('originalLine' in place && source[place.originalLine]).toContain("'follow-up'");
});

test('exports are set one by one, and what esbuild writes otherwise is refused', () => {
  const code = 'var q={};module.exports=$t(q);var q2=1;\n0&&(module.exports={a,b});\n';
  const module = exportsByName(code);
  expect(module).not.toContain('module.exports');
  expect(module).toContain('exports.a=q.a;exports.b=q.b;');
  expect(module.indexOf('var q2')).toBe(code.indexOf('var q2'));
  expect(() => exportsByName('exports.a=1;')).toThrow('esbuild no longer sets exports');
});

test.each(functions)('%s exports what its source exports', (name) => {
  const source = read(join(root, 'src', `${name}.ts`));
  const names = [...source.matchAll(/export \{([^}]*)\}/g)].flatMap(([, list]) =>
    (list ?? '').split(',').map((one) => one.trim().split(' as ').at(-1)),
  );
  expect(names.length).toBeGreaterThan(0);
  const exported = Object.keys(createRequire(__filename)(bundleOf(name)) as object);
  expect(exported.sort()).toEqual(names.sort());
});
