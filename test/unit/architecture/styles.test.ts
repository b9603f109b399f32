import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesIn } from '../../support/imports';

const root = join(__dirname, '../../..');

/** What the report shows first. Everything else of these folders is fetched later, and laid out by Atlaskit. */
const FIRST_PAINT = ['static/report/report.css', 'static/report/items/item-table.css'];

/** Lines by hand that all pages off the first paint may have together. */
const MOST_LINES = 790;

const sheets = readdirSync(join(root, 'static'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css') && !name.startsWith('build/'))
  .map((name) => `static/${name}`)
  .sort();

const late = sheets.filter(
  (file) =>
    (/^static\/(policy|report)\//.test(file) && !FIRST_PAINT.includes(file)) ||
    ['static/ui/choices.css', 'static/ui/table.css'].includes(file),
);

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

test('what the first paint keeps to itself is there', () => {
  expect(sheets).toEqual(expect.arrayContaining(FIRST_PAINT));
});

test(`pages off the first paint have at most ${MOST_LINES} lines of style by hand`, () => {
  const lines = late.map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }));
  const all = lines.reduce((sum, one) => sum + one.lines, 0);
  expect(all > MOST_LINES ? lines : []).toEqual([]);
  expect(late.length).toBeGreaterThan(4);
});

test('every class in a style sheet is used by a page', () => {
  const pages = sourcesIn('static')
    .filter((file) => !file.startsWith('static/build/'))
    .map(textOf)
    .join('\n');
  const unused = sheets.flatMap((file) =>
    [...new Set(textOf(file).match(/\.hf-[a-z-]+/g) ?? [])].flatMap((name) => {
      const named = new RegExp(`${name.slice(1)}(?![a-z-])`);
      return named.test(pages) || isMadeIn(pages, name.slice(1)) ? [] : [`${file}: ${name}`];
    }),
  );
  expect(unused).toEqual([]);
});

/** Whether a template makes the class of a beginning and a value: `hf-state-${tone}`. */
const isMadeIn = (pages: string, name: string): boolean =>
  [...name.matchAll(/-/g)].some(({ index }) => index > 2 && pages.includes(`${name.slice(0, index)}-\${`));
