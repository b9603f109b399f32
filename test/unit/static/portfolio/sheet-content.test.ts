import { languageOf, partsOf, wordsOf, type Value } from '../../../../src/contract/texts/message';
import type { Line } from '../../../../static/portfolio/model/load';
import { sheetOfPortfolio } from '../../../../static/portfolio/sheet-content';
import type { Translate } from '../../../../static/ui/text';
import { everyText } from '../../../support/texts';

const english = languageOf('en', 'en');
const t = ((id: string, values: Readonly<Record<string, Value>> = {}) => {
  const message = everyText[id];
  if (message === undefined) throw new Error(`There is no text ${id}`);
  return wordsOf(partsOf(message, values, english));
}) as Translate;

const week = (passing: number) => ({ week: '2026-11-16', known: 2, passing, promises: 1, unanswered: 0 });

const line = (projectKey: string, name: string, passing: number, risk: number | null): Line => ({
  project: { projectKey, projectId: '1', name } as unknown as Line['project'],
  own: {
    figures: {
      items: 4,
      passing,
      promises: 3,
      unanswered: 1,
      overdue: 2,
      decisionsDue: 0,
      offTrack: 1,
      heldBack: 0,
      notKnown: 1,
      epics: 4,
    },
    weeks: [week(passing - 1)],
    worst:
      risk === null
        ? null
        : {
            issueKey: `${projectKey}-1`,
            summary: 'Opens late',
            risk,
            what: 'Nobody owns it.',
            more: 0,
            test: { owner: 'no', authority: 'no', dependencies: 'no' },
          },
  },
  isDone: true,
  drift: null,
  isJudged: true,
});

const known = {
  lines: [line('AA', 'First', 1, 5), line('BB', 'Second', 2, 9), line('CC', 'Third', 3, null)],
  isDone: true,
  now: '2026-11-27T10:00:00Z',
  scope: 'All projects you may see.',
  locale: 'en-GB',
  timeZone: 'UTC',
};

test('the sheet adds up the projects, and its line is theirs together', () => {
  const { numbers, points, about } = sheetOfPortfolio(known, t);
  expect(numbers).toEqual([
    { label: 'Pass the test', number: '6 of 9', note: '3 more than when last week ended' },
    { label: 'Waiting too long', number: '3', note: '3 more than when last week ended' },
    { label: 'Handoffs loosening', number: '–', note: 'Too few weeks to tell' },
  ]);
  expect(points).toEqual([
    { week: '2026-11-16', value: 3, count: 6 },
    { week: '2026-11-23', value: 6, count: 12 },
  ]);
  expect(about.join(' ')).toContain('6 promises are overdue, 3 items are off track');
  expect(about.join(' ')).toContain('Of 3 more items nothing is known');
});

test('projects stand in the order of what is most at risk in them', () => {
  const [part] = sheetOfPortfolio(known, t).parts;
  expect(part?.sentences).toEqual([
    'Second, BB-1 Opens late: Nobody owns it.',
    'First, AA-1 Opens late: Nobody owns it.',
  ]);
});

test('while items are read it says so, and draws no line', () => {
  const { points, about } = sheetOfPortfolio({ ...known, isDone: false }, t);
  expect(points).toBeNull();
  expect(about.join(' ')).toContain('Not everything is read yet');
});
