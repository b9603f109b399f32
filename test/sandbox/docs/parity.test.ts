import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '../../../packages/forge-sandbox/src/jira/operations';
import { STRICT } from '../../../packages/forge-sandbox/src/switches';

const docs = join(__dirname, '../../../docs');
const page = readFileSync(join(docs, 'sandbox.md'), 'utf8');
const section = page.slice(page.indexOf('\n## Jira'));

test('the matrix names every route and no other', () => {
  const routes = operations().map((operation) => `${operation.method} ${operation.path}`);
  const named = [...section.matchAll(/`((?:GET|POST|PUT|DELETE) \/[^`?]+)`/g)].map((match) => match[1] ?? '');
  expect(named.filter((name) => !name.startsWith('GET /rest')).sort()).toEqual(routes.sort());
});

test('the table of switches names every switch and no other', () => {
  const table = page.slice(page.indexOf('\n### Switches'), page.indexOf('\n## Forge'));
  const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? '');
  expect(named.sort()).toEqual(Object.keys(STRICT).sort());
});

test('every test the page points to exists', () => {
  const links = [...page.matchAll(/\]\((\.\.\/(?:packages\/[\w-]+\/)?test\/[^)]+)\)/g)].map(
    (match) => match[1] ?? '',
  );
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !existsSync(join(docs, link)))).toEqual([]);
});
