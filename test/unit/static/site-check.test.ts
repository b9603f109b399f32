import type { SiteCheckAnswer } from '../../../src/contract/answers';
import { languageOf, partsOf, wordsOf } from '../../../src/contract/texts/message';
import { checkLines, leavingLines, plainText } from '../../../static/policy/site-check/lines';
import { isSiteCheck } from '../../../static/policy/site-check/place';
import type { Translate } from '../../../static/ui/text';
import { texts as common } from '../../../texts/compiled/en/common';
import { texts as own } from '../../../texts/compiled/en/site-check';

const texts: Readonly<Record<string, Parameters<typeof partsOf>[0]>> = { ...common, ...own };
const language = languageOf('en', 'en');
const t: Translate = (id, ...values) => wordsOf(partsOf(texts[id] ?? id, values[0], language));

const answer: SiteCheckAnswer = {
  ok: true,
  checks: { storage: 'holds', fields: 'fails', sight: 'not-known', mail: 'not-known' },
  projects: [
    {
      projectKey: 'PLAT',
      name: 'Platform of Ann',
      mode: 'enforce',
      seen: false,
      borders: [
        {
          checkpoint: 'start',
          state: 'passed-by',
          at: '2026-11-27T09:00:00.000Z',
          passedBy: { moves: 6, since: '2026-11-24T09:00:00.000Z' },
        },
        { checkpoint: 'finish', state: 'asked', at: '2026-11-26T09:00:00.000Z' },
      ],
    },
  ],
  projectsOfSite: 1,
  types: [{ level: 1 }],
  links: 'by-words',
  unknown: 2,
  now: '2026-11-27T10:00:00.000Z',
};
const place = { timeZone: 'UTC', locale: 'en' };

it('whatever does not work says what to do, and what works says nothing more', () => {
  const lines = checkLines(answer, t);
  expect(lines.map(({ state, next }) => [state, next !== undefined])).toEqual([
    ['holds', false],
    ['fails', true],
    ['not-known', true],
    ['not-known', true],
    ['fails', true],
  ]);
});

it('what is copied says how many moves asked nobody, since when, and names projects by their keys alone', () => {
  const text = plainText(answer, t, place);
  expect(text).toContain('6 moves asked nobody since Tue, Nov 24');
  expect(text).toContain('PLAT: Enforces. Holdfast may not see this project.');
  expect(text).not.toContain('Ann');
});

it('before uninstalling, the projects whose rule was asked are named', () => {
  expect(leavingLines(answer, t)[1]).toContain('It was asked in: PLAT.');
  expect(leavingLines({ ...answer, projects: [] }, t)[1]).toContain('No project was seen to ask it yet.');
});

it.each([
  ['https://x.test/settings/apps/site-policy/site-check', true],
  ['https://x.test/settings/apps/site-policy/site-check?a=1', true],
  ['https://x.test/settings/apps/site-policy/policy', false],
  ['https://x.test/settings/apps/site-policy', false],
  [undefined, false],
])('the page is the site check where its address says so: %s', (location, is) => {
  expect(isSiteCheck({ location })).toBe(is);
});
