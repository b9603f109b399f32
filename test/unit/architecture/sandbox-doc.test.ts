import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** The parity matrix names the test that proves each line; a renamed test must not leave an empty claim. */
test('every test file that docs/sandbox.md names exists', () => {
  const text = readFileSync(join(root, 'docs/sandbox.md'), 'utf8');
  const named = [...new Set(text.match(/(?:\bpackages\/[\w-]+\/|\b(?<!\/))test\/[\w./-]+\.test\.tsx?/g))];
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
