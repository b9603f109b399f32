import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const kinds = readdirSync(join(root, 'scripts/drill'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !['kind', 'copy'].includes(name));

test('one more of each kind touches no more files than CONTRIBUTING says, and works', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/drill.ts'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  expect(`${stdout}${stderr}`).not.toContain('does not hold');
  const held = [...stdout.matchAll(/^drill: (\w+): holds/gm)].map(([, kind]) => kind);
  expect(held.sort()).toEqual(kinds.sort());
  expect(status).toBe(0);
}, 600_000);
