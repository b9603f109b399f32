import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { sourcesIn } from '../../support/imports';

const root = join(__dirname, '../../..');
const compiler = join(root, 'node_modules/typescript-native/bin/tsc');

/** The TypeScript programs of the checkout, by the path of their configuration. */
const programs = referencesOf('tsconfig.solution.json');

function referencesOf(config: string): readonly string[] {
  const { references = [] } = JSON.parse(readFileSync(join(root, config), 'utf8')) as {
    references?: { path: string }[];
  };
  if (references.length === 0) return [config];
  return references.flatMap(({ path }) => {
    const file = join(dirname(config), path.endsWith('.json') ? path : `${path}/tsconfig.json`);
    return referencesOf(file);
  });
}

/** Files of a program, relative to the checkout, without those it merely imports. */
function filesOf(config: string): readonly string[] {
  const shown = execFileSync(process.execPath, [compiler, '-p', config, '--showConfig'], { cwd: root });
  const { files } = JSON.parse(shown.toString()) as { files: string[] };
  return files.map((file) => relative(root, resolve(root, dirname(config), file)));
}

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'programs-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What the compiler refuses, each expression in a file of its own that belongs to the program; in order. */
function refused(config: string, expressions: readonly string[]): readonly string[] {
  const files = expressions.map((expression, n) => {
    writeFileSync(join(directory, `probe-${n}.ts`), `export const probe = () => ${expression};\n`);
    return `probe-${n}.ts`;
  });
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, config),
      // From outside the checkout, what is installed is not found by itself.
      compilerOptions: {
        typeRoots: [join(root, 'node_modules/@types')],
        incremental: false,
        tsBuildInfoFile: null,
      },
      files,
      include: [],
    }),
  );
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', directory, '--pretty', 'false'], {
    encoding: 'utf8',
    cwd: directory,
  });
  const numbers = [...stdout.matchAll(/^probe-(\d+)\.ts\(.+Cannot find (?:name|namespace)/gm)].map(([, n]) =>
    Number(n),
  );
  return [...new Set(numbers)].sort((a, b) => a - b).map((n) => expressions[n] ?? '');
}

const BROWSER = ['document.title', 'localStorage.length'];
const WEB = [
  "new URL('https://example.com')",
  "fetch('/')",
  'setTimeout(() => 1, 1)',
  "console.log('')",
  'crypto',
];
const NODE = ["Buffer.from('')", 'process.env', "require('node:fs')", '__dirname'];
const JEST = ["describe('', () => undefined)"];
const everything = [...BROWSER, ...WEB, ...NODE, ...JEST];

test.each([
  ['src/domain/tsconfig.json', everything],
  ['src/contract/tsconfig.json', everything],
  ['src/tsconfig.json', [...BROWSER, ...JEST]],
  ['static/tsconfig.json', [...NODE, ...JEST]],
  ['packages/forge-sandbox/tsconfig.server.json', [...BROWSER, ...JEST]],
  ['packages/forge-sandbox/tsconfig.client.json', [...NODE, ...JEST]],
  ['tsconfig.tools.json', [...BROWSER, ...JEST]],
  ['test/tsconfig.json', []],
])('%s knows what runs where its code runs, and nothing else', (config, unknown) => {
  expect(refused(config, everything)).toEqual(unknown);
});

const loadedBy = (config: string, library: RegExp): boolean =>
  library.test(
    execFileSync(process.execPath, [compiler, '-p', config, '--listFilesOnly'], { cwd: root }).toString(),
  );

test.each([
  ['src/domain/tsconfig.json', /\/@types\/(?:node|jest)\/|\/lib\.dom\.d\.ts/],
  ['src/contract/tsconfig.json', /\/@types\/(?:node|jest)\/|\/lib\.dom\.d\.ts/],
  ['src/tsconfig.json', /\/@types\/jest\/|\/lib\.dom\.d\.ts/],
  ['static/tsconfig.json', /\/@types\/(?:node|jest)\//],
  ['packages/forge-sandbox/tsconfig.client.json', /\/@types\/(?:node|jest)\//],
])('%s is not widened by what its packages bring', (config, library) => {
  expect(loadedBy(config, library)).toBe(false);
});

test('every source file belongs to a program', () => {
  const checked = new Set(programs.flatMap(filesOf));
  const sources = ['src', 'static', 'packages', 'dev', 'scripts', 'bench', 'test'].flatMap(sourcesIn);
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((file) => !checked.has(file) && !file.includes('/node_modules/'))).toEqual([]);
});

test('the domain is one program with all its files', () => {
  expect(filesOf('src/domain/tsconfig.json').toSorted()).toEqual(sourcesIn('src/domain'));
});
