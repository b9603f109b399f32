import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bridgeIndex, PARTS } from '../../../scripts/build/bridge';

const root = join(__dirname, '../../..');

test('the index of the bridge is one line for each part, so that a page takes what it imports', () => {
  expect(bridgeIndex({ view: 'view/view.js', router: 'router/router.js' })).toBe(
    "export { view } from './view/view.js';\nexport { router } from './router/router.js';",
  );
});

test.each(Object.entries(PARTS))('the bridge still has %s in %s', (name, file) => {
  const source = readFileSync(join(root, 'node_modules/@forge/bridge/out', file), 'utf8');
  expect(source).toMatch(new RegExp(`exports\\.${name}\\b`));
});

test('every part is one that a page imports, and no page imports another', () => {
  const files = readdirSync(join(root, 'static'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith('build'),
  );
  const imported = files.flatMap((file) =>
    [
      ...readFileSync(join(root, 'static', file), 'utf8').matchAll(
        /import \{([^}]+)\} from '@forge\/bridge'/g,
      ),
    ].flatMap((match) => (match[1] ?? '').split(',').map((name) => name.trim())),
  );
  expect([...new Set(imported)].sort()).toEqual(Object.keys(PARTS).sort());
});
