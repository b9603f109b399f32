import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, resolve } from 'node:path';

const root = join(__dirname, '../../../packages/forge-sandbox');

/** Every file of a folder, built and installed ones left out. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

/** Holdfast's name, and what only its manifest and its demo call so. */
const OURS =
  /holdfast|transition-gate|agreement-panel|gap-report|gap-gadget|epic-standing|\b(EXP|PLAT|HAND)-\d/i;

test('the stand-in knows nothing of Holdfast', () => {
  const files = filesOf(root);
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => OURS.test(readFileSync(file, 'utf8')))).toEqual([]);
});

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** What a source file imports, or asks for by require. */
const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*'([@\w.][^'\s]*)'/g),
  ].map(([, name = '']) => name);

/** The package that an import names; undefined for a file, and for what Node has itself. */
function packageOf(name: string): string | undefined {
  if (name.startsWith('.') || name.startsWith('node:') || builtinModules.includes(name)) return undefined;
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

const code = (folder: string): readonly string[] =>
  filesOf(join(root, folder)).filter((file) => /\.(tsx?|cjs)$/.test(file));

test.each([
  ['src', Object.keys(manifest.dependencies)],
  ['test', Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })],
])('%s of the stand-in asks for no package that its own manifest leaves out', (folder, declared) => {
  const asked = new Set(
    code(folder)
      .flatMap(importsOf)
      .flatMap((name) => packageOf(name) ?? []),
  );
  expect(asked.size).toBeGreaterThan(4);
  expect([...asked].filter((name) => !declared.includes(name))).toEqual([]);
});

test('no file of the stand-in reaches for one outside of it', () => {
  const outside = [...code('src'), ...code('test'), join(root, 'build.ts')].flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(root, resolve(file, '..', name)))
      .filter((path) => path.startsWith('..')),
  );
  expect(outside).toEqual([]);
});
