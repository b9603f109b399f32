import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string): string => readFileSync(join(__dirname, '../../..', file), 'utf8');

/** Where each of some things is first told, in the order in which they must be. */
const inOrder = (text: string, things: readonly RegExp[]): boolean => {
  const places = things.map((thing) => text.search(thing));
  return places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? 0)));
};

test('README sets a project to observe before it attaches the rule, and enforces last', () => {
  const steps = read('README.md').split('## Put it on a Jira site')[1] ?? '';
  expect(
    inOrder(steps, [/Start observing/, /`observe` records and blocks nothing/, /Attach the rule/, /Enforce/]),
  ).toBe(true);
});

test('the guide has two weeks of observing before anything is enforced', () => {
  const steps = read('docs/guide.md');
  expect(
    inOrder(steps, [/Then \*\*observe\*\* for two weeks/, /\bcoach\b[^.]*\benforce\b|\*\*enforce\*\*/]),
  ).toBe(true);
});

test('the administrator is told that nothing is refused until somebody decides, before being told how modes refuse', () => {
  const text = read('docs/administration.md');
  expect(inOrder(text, [/\*\*Holdfast ships observing\.\*\*/, /Under \*enforce\* the/])).toBe(true);
});
