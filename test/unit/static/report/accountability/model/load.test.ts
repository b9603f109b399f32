import type { ReportPageAnswer } from '../../../../../../src/contract/answers';
import {
  loadPages,
  nothingLoaded,
  shownWhile,
  type FetchPage,
  type Loaded,
} from '../../../../../../static/report/accountability/model/load';
import { toRow } from '../../../../../../static/report/rows/row';
import { item, keys } from '../../rows/rows';

const now = '2026-11-22T08:00:00.000Z';
const page = (given: Partial<ReportPageAnswer>): ReportPageAnswer => ({
  ok: true,
  items: [],
  people: {},
  answerWithin: { hours: 24, measure: 'elapsed' },
  now,
  ...given,
});
const outage = { ok: false, error: { code: 'unavailable', message: 'Jira did not answer.' } } as const;

/** Answers in order, and remembers what was asked. */
function answering(...answers: readonly Awaited<ReturnType<FetchPage>>[]) {
  const asked: unknown[] = [];
  const left = [...answers];
  const fetchPage: FetchPage = (input) => {
    asked.push(input);
    const answer = left.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('asked once too often'));
  };
  return { fetchPage, asked };
}

async function load(fetchPage: FetchPage, start: Loaded = nothingLoaded) {
  const told: Loaded[] = [];
  await loadPages(fetchPage, 'policy', start, (loaded) => told.push(loaded), new AbortController().signal);
  return told;
}

test('tells after each page what is there, and how much there will be', async () => {
  const { fetchPage, asked } = answering(
    page({ items: [item({ key: 'EXP-1' })], nextCursor: 'c1', approximateTotal: 2 }),
    page({ items: [item({ key: 'EXP-2' })] }),
  );
  const told = await load(fetchPage);
  expect(told.map(({ rows, total, state }) => [rows.length, total, state.kind])).toEqual([
    [0, null, 'loading'],
    [1, 2, 'loading'],
    [2, 2, 'done'],
  ]);
  expect(asked).toEqual([{ filter: { scope: 'policy' } }, { filter: { scope: 'policy' }, cursor: 'c1' }]);
});

test('an empty page is not the end', async () => {
  const { fetchPage } = answering(page({ nextCursor: 'c1' }), page({ items: [item()] }));
  expect((await load(fetchPage)).at(-1)).toMatchObject({ state: { kind: 'done' }, rows: [{}] });
});

test('a failed page keeps what is there and goes on where it stopped', async () => {
  const { fetchPage, asked } = answering(
    page({ items: [item({ key: 'EXP-1' })], nextCursor: 'c1' }),
    outage,
    page({ items: [item({ key: 'EXP-2' })] }),
  );
  const failed = (await load(fetchPage)).at(-1);
  expect(failed).toMatchObject({ state: { kind: 'failed', problem: outage.error }, cursor: 'c1' });
  const after = (await load(fetchPage, failed)).at(-1);
  expect(keys(after?.rows ?? [])).toEqual(['EXP-1', 'EXP-2']);
  expect(asked.slice(1)).toEqual([
    { filter: { scope: 'policy' }, cursor: 'c1' },
    { filter: { scope: 'policy' }, cursor: 'c1' },
  ]);
});

test('an item that comes twice is shown once, as it was told last', async () => {
  const { fetchPage } = answering(
    page({ items: [item({ key: 'EXP-1', summary: 'old' }), item({ key: 'EXP-2' })], nextCursor: 'c1' }),
    page({ items: [item({ key: 'EXP-1', summary: 'new' })] }),
  );
  const rows = (await load(fetchPage)).at(-1)?.rows ?? [];
  expect(rows.map((row) => [row.item.issueKey, row.item.summary])).toEqual([
    ['EXP-1', 'new'],
    ['EXP-2', 'Summary of EXP-2'],
  ]);
});

test('leaving stops: the page on its way is not told and none is asked any more', async () => {
  const leaving = new AbortController();
  const told: Loaded[] = [];
  let asked = 0;
  const fetchPage: FetchPage = () => {
    asked += 1;
    leaving.abort();
    return Promise.resolve(page({ items: [item()], nextCursor: 'c1' }));
  };
  await loadPages(fetchPage, 'all', nothingLoaded, (loaded) => told.push(loaded), leaving.signal);
  expect(asked).toBe(1);
  expect(told).toHaveLength(1);
});

test('loading anew keeps the rows from before until there are new ones', async () => {
  const before = (
    await load(answering(page({ items: [item({ key: 'EXP-1' })], approximateTotal: 1 })).fetchPage)
  ).at(-1);
  const shown: string[][] = [];
  let now = before ?? nothingLoaded;
  const { fetchPage } = answering(page({ nextCursor: 'c1' }), page({ items: [item({ key: 'EXP-2' })] }));
  for (const next of await load(fetchPage)) {
    now = shownWhile(now, next);
    shown.push([...keys(now.rows)]);
  }
  expect(shown).toEqual([['EXP-1'], ['EXP-1'], ['EXP-2']]);
});

test('loading anew and failing leaves the rows from before; an empty end does not', () => {
  const before: Loaded = { ...nothingLoaded, rows: [toRow(item(), {})], state: { kind: 'done' }, total: 1 };
  const failed: Loaded = { ...nothingLoaded, state: { kind: 'failed', problem: outage.error } };
  expect(shownWhile(before, failed)).toMatchObject({ rows: before.rows, total: 1, state: failed.state });
  expect(shownWhile(before, { ...nothingLoaded, state: { kind: 'done' } }).rows).toEqual([]);
});
