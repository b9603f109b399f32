import { gotBetter, mostAtRisk, riskOf } from '../../../../../../static/report/accountability/model/at-risk';
import { sparkPath } from '../../../../../../static/ui/sparkline';
import { columnsWorth, USUAL_COLUMNS } from '../../../../../../static/report/rows/order';
import { row } from '../../rows/rows';

test('the items most at risk are ten at most, and none that passes', () => {
  const rows = Array.from({ length: 14 }, (_, n) => row({ key: `EXP-${n}`, noes: n > 1 ? ['owner'] : [] }));
  const shown = mostAtRisk(rows);
  expect(shown).toHaveLength(10);
  expect(shown.every(({ item }) => item.atRisk)).toBe(true);
});

test('the vital few come before what blocks more, and none that passes comes for its mark alone', () => {
  const rows = [
    row({ key: 'EXP-1', noes: ['owner'], blocks: ['owner.missing', 'dependencies.undeclared'] }),
    row({ key: 'EXP-2', noes: ['owner'], blocks: ['owner.missing'], vital: true }),
    row({ key: 'EXP-3', vital: true }),
  ];
  expect(mostAtRisk(rows).map(({ item }) => item.issueKey)).toEqual(['EXP-2', 'EXP-1']);
});

test('what nobody owns is nominated for, what waits is reminded of, and anything else is opened', () => {
  const nominated = { accountId: 'u-coo', status: 'nominated' } as const;
  const act = (given: Parameters<typeof row>[0]) => riskOf(row(given)).act;
  expect(act({ blocks: ['owner.missing', 'dependencies.undeclared'] })).toBe('nominate');
  expect(act({ blocks: ['owner.not-accepted'], dri: nominated })).toBe('remind');
  const waits = { open: 2, acknowledged: 1 };
  const asked = (who: readonly string[]) =>
    ({ blocks: ['agreement.unacknowledged'], agreements: waits, who }) as const;
  expect(act(asked(['u-ops']))).toBe('remind');
  // What its own owner has to settle is settled on the item.
  expect(act({ ...asked(['u-coo']), dri: { accountId: 'u-coo', status: 'accepted' } })).toBeNull();
  expect(act({ ...asked(['u-ops']), agreements: { open: 1, acknowledged: 1 } })).toBeNull();
  expect(act({ blocks: ['brief.incomplete'] })).toBeNull();
  expect(act({})).toBeNull();
});

test('an item is told by two findings and how many more there are', () => {
  const blocks = ['owner.missing', 'dependencies.undeclared', 'authority.missing'] as const;
  expect(riskOf(row({ blocks }))).toMatchObject({
    told: [{ what: 'What of owner.missing.' }, { what: 'What of dependencies.undeclared.' }],
    more: 1,
  });
});

test('an item got better that passes now and is known not to have passed a week ago', () => {
  const week = (passes: boolean) => ({ passes, promises: 0, unanswered: 0 });
  const rows = [
    row({ key: 'EXP-1', lastWeek: week(false) }),
    row({ key: 'EXP-2', lastWeek: week(true) }),
    row({ key: 'EXP-3', noes: ['owner'], lastWeek: week(false) }),
    row({ key: 'EXP-4', lastWeek: null }),
  ];
  expect(gotBetter(rows).map(({ item }) => item.issueKey)).toEqual(['EXP-1']);
});

test('a line goes from the left edge to the right one, and is level where nothing changed', () => {
  expect(sparkPath([1, 1])).toBe('M3.0 14.0L93.0 14.0');
  expect(sparkPath([0, 2])).toBe('M3.0 25.0L93.0 3.0');
});

test('usual columns that are empty in every row take no room, chosen ones stay', () => {
  const rows = [row({})];
  expect(columnsWorth(USUAL_COLUMNS, rows)).not.toContain('review');
  expect(columnsWorth(USUAL_COLUMNS, [...rows, row({ reviewOn: '2026-12-01' })])).toContain('review');
  const chosen = ['key', 'summary', 'review'] as const;
  expect(columnsWorth(chosen, rows)).toEqual(chosen);
});
