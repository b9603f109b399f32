import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reachOf, sourcesIn } from '../../support/imports';
import { seedFor, tierArguments, tiersOf, TIERS } from '../../../scripts/test-tiers';

const root = join(__dirname, '../../..');

test('`npm test` runs what a pull request needs', () => {
  expect(tiersOf([])).toEqual(['unit', 'sandbox', 'e2e']);
  expect(tiersOf(['-t', 'a name'])).toEqual(['unit', 'sandbox', 'e2e']);
});

test('a path chooses the tiers it lies in, the long one included', () => {
  expect(tiersOf(['test/unit/domain'])).toEqual(['unit']);
  expect(tiersOf(['packages/forge-sandbox/test/jira', '-t', 'search'])).toEqual(['unit']);
  expect(tiersOf(['./test/sandbox/faults', 'test/e2e/story.test.ts'])).toEqual(['sandbox', 'e2e']);
  expect(tiersOf(['test/long/clocks.test.ts'])).toEqual(['long']);
});

test('a tier leaves out the folders of the others', () => {
  expect(tierArguments(['unit'])).toEqual([
    '--testPathIgnorePatterns',
    '/node_modules/',
    '<rootDir>/test/sandbox/',
    '<rootDir>/test/e2e/',
    '<rootDir>/test/long/',
  ]);
});

test('a run is the same every time, unless the long tier runs or somebody says a seed', () => {
  expect(seedFor(['unit', 'sandbox', 'e2e'], undefined)).toBeUndefined();
  expect(seedFor(['long'], undefined)).toBe('random');
  expect(seedFor(['long'], '7')).toBe('7');
  expect(seedFor(['unit'], 'random')).toBe('random');
});

test('every folder of test/ is a tier or what tests share', () => {
  const folders = readdirSync(join(root, 'test'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual([...TIERS, 'support'].sort());
});

test('no unit test reaches the built app or a browser', () => {
  const tests = sourcesIn('test/unit').filter((file) => file.endsWith('.test.ts'));
  expect(tests.length).toBeGreaterThan(100);
  const needing = ['test/support/sandbox.ts', 'test/support/browser.ts'];
  expect(tests.filter((file) => needing.some((needed) => reachOf([file]).has(needed)))).toEqual([]);
});
