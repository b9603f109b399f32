/** The tiers of the tests, cheapest first, and the folders in which their tests lie. */
const FOLDERS = {
  /** Needs no build and no port outside the test's own. */
  unit: ['test/unit/', 'packages/'],
  /** Drives the built app inside the stand-in. */
  sandbox: ['test/sandbox/'],
  /** Drives the built app in a browser. */
  e2e: ['test/e2e/'],
  /** Too long for every change. */
  long: ['test/long/'],
} as const;

export type Tier = keyof typeof FOLDERS;

export const TIERS = ['unit', 'sandbox', 'e2e', 'long'] as const satisfies readonly Tier[];

/** What a pull request needs: everything but the long runs. */
const PULL_REQUEST: readonly Tier[] = ['unit', 'sandbox', 'e2e'];

/**
 * The tiers that `npm test` runs with these arguments for jest. Paths choose the tiers they lie in, so that
 * `npm test -- test/unit/domain` builds nothing and asks for no browser.
 */
export function tiersOf(jestArguments: readonly string[]): readonly Tier[] {
  const paths = jestArguments.filter((argument) => /^(\.\/)?(test|packages)\//.test(argument));
  const meant = TIERS.filter((tier) =>
    paths.some((path) => FOLDERS[tier].some((folder) => path.replace(/^\.\//, '').startsWith(folder))),
  );
  return meant.length > 0 ? meant : PULL_REQUEST;
}

/** Arguments by which jest leaves out the folders of every other tier; they come last, as the option takes many. */
export function tierArguments(tiers: readonly Tier[]): readonly string[] {
  const others = TIERS.filter((tier) => !tiers.includes(tier));
  const folders = others.flatMap((tier) => FOLDERS[tier].map((folder) => `<rootDir>/${folder}`));
  return ['--testPathIgnorePatterns', '/node_modules/', ...folders];
}

/**
 * What `FC_SEED` is for these tiers: as given; else one that was never tried, where the long tier runs; else
 * undefined, and every run is the same.
 */
export function seedFor(tiers: readonly Tier[], given: string | undefined): string | undefined {
  if (given) return given;
  return tiers.includes('long') ? 'random' : undefined;
}
