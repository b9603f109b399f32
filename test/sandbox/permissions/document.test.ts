import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PERMISSIONS_PAGE, withPermissionTable } from '../../../scripts/permissions/table';

const root = join(__dirname, '../../..');
const page = readFileSync(join(root, PERMISSIONS_PAGE), 'utf8');

test('the permission table is the contract’s: npm run permissions writes it', () => {
  expect(withPermissionTable(page)).toBe(page);
});

test('a page without a place for the table is refused', () => {
  expect(() => withPermissionTable('# Security')).toThrow('no place for the permission table');
});

test('every scope of the manifest is explained, and no other', () => {
  const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as {
    permissions: { scopes: string[] };
    app: { storage: { entities: { name: string }[] } };
  };
  const explained = [...page.matchAll(/^\| `([a-z]+:[a-z:-]+)` +\|/gm)].map((match) => match[1]);
  expect(explained.sort()).toEqual([...manifest.permissions.scopes].sort());
});

test('every kind of record is named', () => {
  const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as {
    app: { storage: { entities: { name: string }[] } };
  };
  for (const { name } of manifest.app.storage.entities) expect(page).toContain(`| \`${name}\``);
});
