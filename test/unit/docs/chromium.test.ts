import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** Every place that tells how to get a browser. */
const PLACES = ['README.md', '.ci/run', 'scripts/chromium.ts'];

test('README, CI and messages install the same packages for Chromium', () => {
  const told = PLACES.map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/apt-get install -y --no-install-recommends ([a-z0-9 -]+)/g)].map(
      ([, packages = '']) => packages.trim(),
    );
  });
  expect(told).toEqual(PLACES.map(() => ['chromium']));
});
