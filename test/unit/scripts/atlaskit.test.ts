import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settled } from '../../../scripts/build/atlaskit';

const packages = join(__dirname, '../../../node_modules/@atlaskit');

/** What is settled in all modules of a package, and the calls that are left. */
function settledIn(name: string): { flags: number; tokens: number; left: readonly string[] } {
  const folder = join(packages, name, 'dist/esm');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const all = files.map((file) => settled(readFileSync(join(folder, file), 'utf8'), `${name}/${file}`));
  return {
    flags: all.reduce((sum, { flags }) => sum + flags, 0),
    tokens: all.reduce((sum, { tokens }) => sum + tokens, 0),
    left: all.flatMap(({ contents }) => contents.match(/(?<![\w.])(?:fg|token)\(.{0,40}/g) ?? []),
  };
}

test('a flag becomes false and a token its variable, with its fallback', () => {
  const source = `const a = fg('x') ? token('color.text') : token("color.border", '#ddd'); b.fg('y'); my_token('z');`;
  expect(settled(source, 'a.js')).toEqual({
    contents: `const a = false ? "var(--ds-text)" : "var(--ds-border, #ddd)"; b.fg('y'); my_token('z');`,
    flags: 1,
    tokens: 2,
  });
});

test('no screen asks an avatar for a mark, whose drawing the build leaves out', () => {
  const folder = join(__dirname, '../../../static');
  const avatars = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/<Avatar\b[^>]*>/g) ?? []);
  expect(avatars.length).toBeGreaterThan(0);
  expect(avatars.filter((avatar) => /\b(presence|status)\s*[=:]/.test(avatar))).toEqual([]);
});

test('a token that does not exist is refused, with the file that asks for it', () => {
  expect(() => settled(`token('color.nowhere')`, 'a.js')).toThrow(
    'a.js: no design token is called color.nowhere',
  );
});

// An upgrade of Atlaskit that writes its flags another way would bring the flag client back without a word.
// Where a number changes, look at how the package asks for flags now; then write the new number here.
test.each([
  ['avatar', 6],
  ['button', 4],
  ['motion', 7],
  ['react-select', 26],
  ['select', 4],
  ['tag', 3],
  ['textarea', 2],
  ['textfield', 2],
])('%s has %d flags to settle, and none is left', (name, flags) => {
  expect(settledIn(name)).toEqual({ flags, tokens: 0, left: [] });
});
