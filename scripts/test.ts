import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './build/project';
import { findChromium, NO_CHROMIUM } from './chromium';
import { runNode } from './run';
import { summarise } from './test-summary';
import { seedFor, tierArguments, tiersOf, TIERS, type Tier } from './test-tiers';

/** Builds what is stale, runs jest with the given arguments, ends with the line `N passed, N failed`. */
async function main(given: readonly string[]): Promise<number> {
  const named = TIERS.find((tier) => given[0] === `--${tier}`);
  const jestArguments = named === undefined ? given : given.slice(1);
  const tiers = named === undefined ? tiersOf(jestArguments) : [named];

  if (tiers.some((tier) => tier !== 'unit')) {
    const built = await runNode(['--require', 'tsx/cjs', 'scripts/build.ts']);
    if (built !== 0) return report({ passed: 0, failed: 1 }, built);
  }
  const browser = tiers.includes('e2e') ? findBrowser() : { tiers, env: {} };
  if (browser === undefined) return report({ passed: 0, failed: 1 }, 1);

  const results = inRoot('dist/test-results.json');
  mkdirSync(inRoot('dist'), { recursive: true });
  rmSync(results, { force: true });
  const running = tiers.filter((tier) => browser.tiers.includes(tier));
  const seed = seedFor(running, process.env['FC_SEED']);
  const code = await runNode(
    [
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${results}`,
      ...jestArguments,
      ...tierArguments(running),
    ],
    { ...browser.env, ...(seed !== undefined && { FC_SEED: seed }) },
  );
  const parsed: unknown = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
  return report(summarise(parsed, code), code);
}

/** The tiers that can run with the browser there is; undefined where one is missing and must not be. */
function findBrowser(): { tiers: readonly Tier[]; env: Record<string, string> } | undefined {
  const chromium = findChromium();
  if (chromium !== undefined) return { tiers: TIERS, env: { CHROMIUM_PATH: chromium } };
  console.error(NO_CHROMIUM);
  if (process.env['CI']) return undefined;
  console.error('Browser tests are skipped.');
  return { tiers: TIERS.filter((tier) => tier !== 'e2e'), env: {} };
}

function report(counts: { passed: number; failed: number }, code: number): number {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed > 0 ? code || 1 : code;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
