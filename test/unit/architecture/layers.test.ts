import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const root = join(__dirname, '../../..');
const layers = join(root, '.dependency-cruiser.cjs');
const gate = join(root, '.dependency-cruiser.gate.cjs');

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
const Rules = z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) });

const packages = [
  'zod',
  'react',
  '@forge/api',
  '@forge/kvs',
  '@forge/resolver',
  'temporal-polyfill',
  'left-pad',
];
const development = ['left-pad'];

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'layers-'));
  const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const dependencies = versions(packages.filter((name) => !development.includes(name)));
  await write('package.json', JSON.stringify({ dependencies, devDependencies: versions(development) }));
  await write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'ESNext', target: 'ES2022' } }));
  for (const name of packages) {
    await write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    await write(`node_modules/${name}/index.js`, 'exports.x = 1;');
  }
  await write('node_modules/zod/mini/index.js', 'exports.x = 1;');
});

afterEach(() => rm(directory, { recursive: true, force: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(directory, file)), { recursive: true });
  await writeFile(join(directory, file), text);
}

/** Writes files that import each other as told and returns `rule: from` for each arrow that breaks one. */
async function broken(config: string, arrows: Record<string, string[]>): Promise<string[]> {
  for (const [file, imports] of Object.entries(arrows)) {
    const lines = imports.map((path, index) => `import { x as x${index} } from '${path}';`);
    const uses = imports.map((_, index) => `x${index}`).join(', ');
    await write(file, `${lines.join('\n')}\nexport const x = [${uses}];\n`);
  }
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const roots = [...new Set(Object.keys(arrows).map((file) => file.split('/')[0] ?? ''))];
  const args = [program, '--config', config, '--output-type', 'json', ...roots];
  const output = await new Promise<string>((resolve) => {
    // The exit code is the number of broken rules; the report is complete either way.
    execFile(process.execPath, args, { cwd: directory, maxBuffer: 1e8 }, (_error, stdout) => resolve(stdout));
  });
  const { violations } = Report.parse(JSON.parse(output)).summary;
  return violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}

test('the arrows of the design are allowed', async () => {
  const arrows = {
    'src/gate.ts': ['./entry/gate'],
    'src/entry/gate.ts': [
      '../app/evaluate',
      '../platform/jira/issues',
      '../platform/storage/charters',
      '../contract/answers',
    ],
    'src/app/evaluate.ts': ['./ports', '../domain/gate', '../contract/answers'],
    'src/app/ports.ts': ['../domain/gate'],
    'src/platform/jira/issues.ts': ['../../app/ports', 'zod/mini', '@forge/api'],
    'src/platform/storage/charters.ts': ['../../app/ports', '../../domain/gate', '@forge/kvs'],
    'src/contract/answers.ts': ['../domain/gate', 'zod'],
    'src/domain/gate.ts': ['./values'],
    'src/domain/values.ts': [],
    'static/panel/main.ts': ['../../src/contract/answers', '../../src/domain/gate', 'react'],
    'dev/main.ts': ['left-pad'],
    'test/gate.ts': ['../src/gate'],
  };
  expect(await broken(layers, arrows)).toEqual([]);
});

test('every rule bites, on the file that breaks it', async () => {
  const arrows = {
    'src/gate.ts': ['./domain/clean'],
    'src/domain/clean.ts': [],
    'src/domain/impure.ts': ['zod'],
    'src/domain/punctual.ts': ['temporal-polyfill'],
    'src/contract/nosy.ts': ['../app/clean'],
    'src/app/clean.ts': [],
    'src/app/direct.ts': ['../platform/jira/clean'],
    'src/app/toolbound.ts': ['../../scripts/tool'],
    'src/app/gather.ts': ['../domain/gate/build-subject'],
    'src/app/subject/read.ts': ['../../domain/gate/build-subject'],
    'src/domain/gate/build-subject.ts': [],
    'src/domain/gate/rules/heavy.ts': ['../../policy/policy'],
    'src/domain/policy/policy.ts': [],
    'src/platform/jira/clean.ts': [],
    'src/platform/jira/bossy.ts': ['../../app/clean'],
    'src/platform/storage/bossy.ts': ['../../app/clean'],
    'src/entry/time.ts': ['temporal-polyfill'],
    'src/entry/tool.ts': ['left-pad'],
    'static/backend.ts': ['../src/app/clean'],
    'static/sdk.ts': ['@forge/kvs'],
    'packages/forge-sandbox/src/shortcut.ts': ['../../../src/domain/clean'],
    'packages/forge-sandbox/test/borrowed.test.ts': ['../../../dev/seed'],
    'dev/seed.ts': [],
    'texts/compiled/en/knowing.ts': ['../../../src/domain/punctual'],
    'scripts/tool.ts': ['../test/helper'],
    'scripts/ring.ts': ['./ring-back'],
    'scripts/ring-back.ts': ['./ring'],
    'scripts/lost.ts': ['./nowhere'],
    'test/helper.ts': [],
  };
  const found = await broken(layers, arrows);
  expect(found).toEqual([
    'app-needs-no-tools: src/app/toolbound.ts',
    'app-owns-its-ports: src/app/direct.ts',
    'app-owns-its-ports: src/app/toolbound.ts',
    'contract-knows-the-domain: src/contract/nosy.ts',
    'domain-is-alone: src/domain/impure.ts',
    'domain-is-alone: src/domain/punctual.ts',
    'entry-wires: src/entry/time.ts',
    'entry-wires: src/entry/tool.ts',
    'everything-resolves: scripts/lost.ts',
    'handlers-only-export: src/gate.ts',
    'jira-is-an-adapter: src/platform/jira/bossy.ts',
    'no-backend-sdk-in-the-browser: static/sdk.ts',
    'no-cycles: scripts/ring-back.ts',
    'nothing-imports-tests: scripts/tool.ts',
    'one-reader-builds-subjects: src/app/gather.ts',
    'policy-weighs-what-the-gate-asks: src/domain/gate/rules/heavy.ts',
    'runtime-dependencies-only: src/entry/tool.ts',
    'sandbox-runs-the-built-app: packages/forge-sandbox/src/shortcut.ts',
    'sandbox-runs-the-built-app: packages/forge-sandbox/test/borrowed.test.ts',
    'static-sees-the-contract: static/backend.ts',
    'storage-is-an-adapter: src/platform/storage/bossy.ts',
    'texts-are-data: texts/compiled/en/knowing.ts',
  ]);
  const { forbidden } = Rules.parse(await import(layers));
  const bitten = new Set(found.map((line) => line.split(':')[0]));
  expect(forbidden.map(({ name }) => name).filter((name) => !bitten.has(name))).toEqual([]);
});

test('the gate may load zod/mini, and not zod, resolvers or calendars at any distance', async () => {
  const light = { 'src/gate.ts': ['./entry/gate'], 'src/entry/gate.ts': ['zod/mini', '@forge/api'] };
  expect(await broken(gate, light)).toEqual([]);
  const heavy = ['zod', '@forge/resolver', 'temporal-polyfill'];
  const found = await broken(gate, { ...light, 'src/entry/gate.ts': ['./far'], 'src/entry/far.ts': heavy });
  expect(found).toEqual(heavy.map(() => 'gate-stays-light: src/gate.ts'));
});
