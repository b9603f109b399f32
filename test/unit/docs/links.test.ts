import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

const read = (page: string): string => readFileSync(join(root, page), 'utf8');

/** What a page's links and pictures point to within the repository, without anchors. */
const targetsOf = (page: string): readonly string[] =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => relative(root, join(root, dirname(page), target)));

test.each(pages)('%s points to nothing that is not there', (page) => {
  expect(targetsOf(page).filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

describe('the pictures', () => {
  const pictures = readdirSync(join(root, 'docs/images'));

  test('each is there in light and in dark', () => {
    const light = pictures.filter((name) => !name.endsWith('-dark.png')).sort();
    expect(light.length).toBeGreaterThan(15);
    const dark = pictures
      .filter((name) => name.endsWith('-dark.png'))
      .map((name) => name.replace('-dark', ''));
    expect(dark.sort()).toEqual(light);
  });

  test('the guide shows every one of them', () => {
    const shown = targetsOf('docs/guide.md');
    expect(pictures.filter((name) => !shown.includes(`docs/images/${name}`))).toEqual([]);
  });

  test('none is heavy', () => {
    const heavy = pictures.filter((name) => statSync(join(root, 'docs/images', name)).size > 200_000);
    expect(heavy).toEqual([]);
  });
});

test('every npm script that a page names exists', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
});
