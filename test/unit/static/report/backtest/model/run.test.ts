import type { BacktestAnswer } from '../../../../../../src/contract/backtest';
import { noFigures } from '../../../../../../src/domain/report/backtest/figures';
import { siteDefault } from '../../../../../../src/domain/policy/policy';
import {
  choicesOf,
  policyOf,
  problemOf,
  proposalOf,
  usualChoices,
} from '../../../../../../static/report/backtest/model/choices';
import { freshRun, replayPages, type Run } from '../../../../../../static/report/backtest/model/run';

const question = { from: '2026-01-01', to: '2026-06-30' };
const page = (items: number, more: Partial<BacktestAnswer> = {}): BacktestAnswer => ({
  ok: true,
  figures: { ...noFigures, items },
  untold: [],
  ownerSource: { kind: 'assignee' },
  now: '2026-07-01T00:00:00.000Z',
  ...more,
});
const lost = { ok: false, error: { code: 'connection-lost', message: '' } } as const;

async function replay(
  answers: readonly (BacktestAnswer | typeof lost)[],
  start = freshRun(question),
  stopAfter = 99,
) {
  const told: Run[] = [];
  const asked: unknown[] = [];
  const signal = new AbortController();
  let turn = 0;
  await replayPages(
    (input) => {
      asked.push(input);
      const answer = answers[turn] ?? lost;
      turn += 1;
      if (turn > stopAfter) signal.abort();
      return Promise.resolve(answer);
    },
    start,
    (run) => told.push(run),
    signal.signal,
  );
  return { told, asked, last: told.at(-1) ?? start };
}

it('adds page to page, and ends with the last', async () => {
  const { last, asked } = await replay([page(100, { nextCursor: 'p2', approximateTotal: 150 }), page(50)]);
  expect(last).toMatchObject({ state: 'done', total: 150, figures: { items: 150 } });
  expect(asked).toEqual([question, { ...question, cursor: 'p2' }]);
});

it('keeps what was replayed when a page fails, and goes on from there', async () => {
  const first = await replay([page(100, { nextCursor: 'p2' }), lost]);
  expect(first.last).toMatchObject({ state: lost.error, figures: { items: 100 } });
  const second = await replay([page(20)], first.last);
  expect(second.asked).toEqual([{ ...question, cursor: 'p2' }]);
  expect(second.last).toMatchObject({ state: 'done', figures: { items: 120 } });
});

it('says nothing after it was left, and asks for no further page', async () => {
  const { told, asked } = await replay([page(100, { nextCursor: 'p2' }), page(50)], undefined, 0);
  expect(asked).toHaveLength(1);
  expect(told.map(({ figures }) => figures.items)).toEqual([0]);
});

describe('what is asked', () => {
  const now = '2024-02-29T10:00:00.000Z';

  it('is the year up to now, with the assignee where only a charter would name the owner', () => {
    expect(usualChoices(siteDefault, now)).toMatchObject({
      from: '2023-02-28',
      to: '2024-02-29',
      ownerSource: { kind: 'assignee' },
    });
  });

  it('can be taken over as changes to the saved policy', () => {
    const story = { id: '10001', name: 'Story' };
    const choices = { ...usualChoices(siteDefault, now), types: [story] };
    expect(proposalOf({ ...siteDefault, mode: 'observe' }, choices)).toEqual([
      { kind: 'mode', from: 'observe', to: 'enforce' },
      { kind: 'type-added', type: story },
      { kind: 'type-removed', type: { level: 1 } },
      { kind: 'owner-source', from: { kind: 'charter' }, to: { kind: 'assignee' } },
    ]);
    expect(policyOf(siteDefault, choices)).toMatchObject({ workItemTypes: [story], version: 0 });
  });

  it.each([
    ['types', { types: [] }],
    ['from', { from: '' as const }],
    ['to', { to: '' as const }],
    ['order', { from: '2030-01-01' }],
  ])('is not run without %s', (problem, more) => {
    expect(problemOf({ ...usualChoices(siteDefault, now), ...more })).toBe(problem);
  });
});

test('a named past sets days and types, by the names that the project has for them, and nothing else', () => {
  const usual = usualChoices(siteDefault, '2026-07-01T00:00:00.000Z');
  const offered = [
    { id: '1', name: 'Task', level: 0, shared: true },
    { id: '2', name: 'Bug', level: 0, shared: true },
  ];
  const past = { from: '2014-01-17', to: '2015-01-16', typeIds: ['2', '9'] };
  expect(choicesOf(past, offered, usual)).toEqual({
    ...usual,
    from: '2014-01-17',
    to: '2015-01-16',
    types: [{ id: '2', name: 'Bug' }],
  });
  expect(choicesOf({ ...past, typeIds: ['9'] }, offered, usual).types).toEqual(usual.types);
});
