import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './build/project';
import { findChromium, NO_CHROMIUM } from './chromium';
import { runNode } from './run';
import { summarise } from './test-summary';

/** Too long for every change: `npm run test:long`, and .ci/run. */
const LONG = '<rootDir>/test/long/';

/** The tests of one tier, by the folders that jest leaves out. */
function tierArguments(long: boolean, browserFlags: readonly string[]): string[] {
  if (long) return ['test/long'];
  return ['--testPathIgnorePatterns', '/node_modules/', LONG, ...browserFlags];
}

/** Builds what is stale, runs jest with the given arguments, ends with the line `N passed, N failed`. */
async function main(given: string[]): Promise<number> {
  const long = given[0] === '--long';
  const jestArguments = long ? given.slice(1) : given;
  const built = await runNode(['--require', 'tsx/cjs', 'scripts/build.ts']);
  if (built !== 0) return report({ passed: 0, failed: 1 }, built);

  const browser = browserArguments();
  if (browser === undefined) return report({ passed: 0, failed: 1 }, 1);
  const results = inRoot('dist/test-results.json');
  rmSync(results, { force: true });
  const code = await runNode(
    [
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${results}`,
      ...jestArguments,
      ...tierArguments(long, browser.flags),
    ],
    browser.env,
  );
  const parsed: unknown = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
  return report(summarise(parsed, code), code);
}

function browserArguments(): { flags: string[]; env: Record<string, string> } | undefined {
  const chromium = findChromium();
  if (chromium !== undefined) return { flags: [], env: { CHROMIUM_PATH: chromium } };
  console.error(NO_CHROMIUM);
  if (process.env['CI']) return undefined;
  console.error('Browser tests are skipped.');
  return { flags: ['<rootDir>/test/e2e/'], env: {} };
}

function report(counts: { passed: number; failed: number }, code: number): number {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed > 0 ? code || 1 : code;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
