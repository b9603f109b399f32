import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readTargets } from '../../../scripts/build/project';

const build = join(__dirname, '../../../static/build');

test.each(Object.entries(readTargets().pages))('page %s was built to %s', (_page, file) => {
  expect(existsSync(join(build, file))).toBe(true);
});
