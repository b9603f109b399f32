import type { Figures } from '../../../../../src/domain/report/backtest/figures';
import type { PastBlocker, PastItem } from '../../../../../src/domain/report/backtest/past-item';
import { replayItem } from '../../../../../src/domain/report/backtest/replay-item';
import { foremost, summaryOf } from '../../../../../src/domain/report/backtest/summary';
import { together } from '../../../../../src/domain/report/backtest/figures';
import { unobservableRules } from '../../../../../src/domain/report/backtest/observable-rules';
import type { Policy } from '../../../../../src/domain/policy/policy';
import { accepted, nominated } from '../../../../support/events';
import { multiField, singleField, somebody } from '../../../../support/items';
import { COO, CTO, GONE } from '../../../../support/people';
import { enforcing } from '../../../../support/policies';
import {
  assigned,
  DOING,
  DONE,
  linked,
  moved,
  on,
  past,
  pastWorld,
  TODO,
  unlinked,
} from '../../../../support/pasts';

const policy: Policy = { ...enforcing, ownerSource: { kind: 'assignee' } };
const year = { from: '2026-01-01', to: '2026-12-31' };
const run = (item: PastItem, more: Partial<Policy> = {}, world = pastWorld(), period = year): Figures =>
  replayItem(item, { ...policy, ...more }, period, world);
const rules = (figures: Figures) =>
  figures.rules.map(({ rule, checkpoint, blocked, warned }) => [rule, checkpoint, blocked, warned]);

const wholeLife = [on('02-01', moved(TODO, DOING)), on('02-11', moved(DOING, DONE))];

it('owned from the beginning, with nothing in the way, passes at both checkpoints', () => {
  const figures = run(past(wholeLife));
  expect(figures).toMatchObject({
    items: 1,
    moved: 1,
    moves: { start: 1, finish: 1, reopen: 0, other: 0 },
    verdicts: { start: { pass: 1, warn: 0, block: 0 }, finish: { pass: 1, warn: 0, block: 0 } },
    rules: [],
    withGap: { took: [], unfinished: 0 },
    withoutGap: { took: [10 * 86_400_000], unfinished: 0 },
    byCharter: 0,
  });
});

it('nobody owned it at the start, somebody did at the end', () => {
  const changes = [
    wholeLife[0] ?? on('02-01'),
    on('02-05', assigned(null, COO)),
    wholeLife[1] ?? on('02-11'),
  ];
  const figures = run(past(changes));
  expect(rules(figures)).toEqual([['owner.missing', 'start', 1, 0]]);
  expect(figures.rules[0]?.examples).toEqual([{ issueKey: 'EXP-1', at: '2026-02-01T12:00:00.000Z' }]);
  expect(figures.withGap.took).toHaveLength(1);
  expect(foremost(figures, 'start')?.rule).toBe('owner.missing');
});

it('an owner set on the move itself counts, as on a transition screen', () => {
  const changes = [on('02-01', assigned(null, COO), moved(TODO, DOING))];
  expect(rules(run(past(changes, { statusId: DOING })))).toEqual([]);
});

it('the owner’s account counts as it is today', () => {
  const changes = [on('01-05', assigned(null, GONE)), on('02-01', moved(TODO, DOING))];
  expect(rules(run(past(changes)))).toEqual([['owner.inactive', 'start', 1, 0]]);
});

it('a field for several names them all', () => {
  const leads = { kind: 'field', fieldId: 'customfield_1' } as const;
  const changes = [
    on('02-01', moved(TODO, DOING)),
    on('02-02', {
      fieldId: 'customfield_1',
      from: `[${COO}, ${CTO}]`,
      fromText: '[Ada, Cem]',
      to: `[${COO}]`,
      toText: '[Ada]',
    }),
  ];
  const item = past(changes, { ownerField: multiField(somebody(COO)) });
  expect(rules(run(item, { ownerSource: leads }))).toEqual([['owner.shared', 'start', 1, 0]]);
});

it('a group in the field is not a person', () => {
  const changes = [
    on('02-01', moved(TODO, DOING)),
    on('02-02', {
      fieldId: 'customfield_1',
      from: 'g-7',
      fromText: 'Platform team',
      to: COO,
      toText: 'Ada',
    }),
  ];
  const source = { kind: 'field', fieldId: 'customfield_1' } as const;
  const item = past(changes, { ownerField: singleField(somebody(COO)) });
  expect(rules(run(item, { ownerSource: source }))).toEqual([['owner.not-a-person', 'start', 1, 0]]);
});

describe('something in the way', () => {
  const blocker = (more: Partial<PastBlocker> = {}): PastBlocker => ({
    issueId: '20001',
    summary: 'The API',
    createdAt: '2026-01-01T00:00:00.000Z',
    statusId: DONE,
    changes: [on('02-05', moved(DOING, DONE))],
    ...more,
  });
  const world = (one: PastBlocker) => pastWorld({ blockers: new Map([['PLAT-1', one]]) });
  const changes = [on('01-20', linked('PLAT-1')), ...wholeLife];
  const item = past(changes, { blockerKeys: ['PLAT-1'] });

  it('counts while it was open, and no longer once it was done', () => {
    expect(rules(run(item, {}, world(blocker())))).toEqual([['dependency.unmapped', 'start', 1, 0]]);
  });

  it.each([
    ['it was not there yet', blocker({ createdAt: '2026-02-02T00:00:00.000Z' }), item],
    [
      'it was taken out before',
      blocker(),
      past([on('01-20', linked('PLAT-1')), on('01-25', unlinked('PLAT-1')), ...wholeLife]),
    ],
    [
      'it was linked only later',
      blocker(),
      past([...wholeLife, on('03-01', linked('PLAT-1'))], { blockerKeys: ['PLAT-1'] }),
    ],
    ['Jira no longer knows its status', blocker({ changes: [], statusId: '99' }), item],
  ])('does not count when %s', (_, one, waiting) => {
    expect(rules(run(waiting, {}, world(one)))).toEqual([]);
  });

  it('does not count when it is hidden or gone', () => {
    expect(rules(run(item))).toEqual([]);
  });
});

it('a reopening is a move of its own, and starting again a start of its own', () => {
  const changes = [
    ...wholeLife,
    on('03-01', moved(DONE, TODO)),
    on('03-02', moved(TODO, DOING)),
    on('03-03', moved(DOING, DONE)),
  ];
  const figures = run(past(changes));
  expect(figures.moves).toEqual({ start: 2, finish: 2, reopen: 1, other: 0 });
  // From the first start to the first time it was done.
  expect(figures.withoutGap.took).toEqual([10 * 86_400_000]);
});

it('only moves of the period count, days in UTC and both included', () => {
  expect(run(past(wholeLife), {}, pastWorld(), { from: '2026-02-01', to: '2026-02-10' }).moves).toEqual({
    start: 1,
    finish: 0,
    reopen: 0,
    other: 0,
  });
});

it('a move through a status that is gone is not judged', () => {
  const figures = run(past([on('02-01', moved('77', DOING))]));
  expect(figures).toMatchObject({ unclear: 1, moves: { start: 0 }, verdicts: { start: { block: 0 } } });
});

it('before its charter only what Jira can tell is asked, from its first entry on everything', () => {
  const charter = [nominated(COO, { at: '2026-02-03T00:00:00.000Z' })];
  const figures = run(past(wholeLife, { charter }));
  expect(rules(figures)).toEqual([
    ['owner.not-accepted', 'finish', 1, 0],
    ['dependencies.undeclared', 'finish', 1, 0],
  ]);
  expect(figures.byCharter).toBe(1);
});

it('a charter counts as it was at the move, not as it is', () => {
  const charter = [
    nominated(COO, { at: '2026-01-03T00:00:00.000Z' }),
    accepted(COO, { at: '2026-02-05T00:00:00.000Z' }),
  ];
  expect(rules(run(past(wholeLife, { charter })))).toContainEqual(['owner.not-accepted', 'start', 1, 0]);
  expect(rules(run(past(wholeLife, { charter })))).not.toContainEqual(['owner.not-accepted', 'finish', 1, 0]);
});

it('the mode makes no difference: it shows what enforcing would do', () => {
  const unowned = past(wholeLife, { ownerField: singleField() });
  const enforced = run(unowned);
  expect(run(unowned, { mode: 'observe' })).toEqual(enforced);
  expect(run(unowned, { mode: 'coach' })).toEqual(enforced);
  expect(enforced.verdicts.start.block).toBe(1);
});

it('names what cannot be told, and leaves out what is not asked', () => {
  expect(unobservableRules(policy)).toContain('owner.not-accepted');
  expect(unobservableRules(policy)).not.toContain('owner.missing');
  expect(unobservableRules(policy)).not.toContain('brief.incomplete');
  expect(unobservableRules(enforcing)).toContain('owner.missing');
});

describe('put together', () => {
  it('moves of one person within a minute are a batch from ten on', () => {
    const many = (count: number) =>
      summaryOf(
        together(
          Array.from({ length: count }, (_, n) =>
            run(past([on('02-01', moved(TODO, DOING))], { issueKey: `EXP-${n}`, statusId: DOING })),
          ),
        ),
      ).bulk.moves;
    expect([many(9), many(10)]).toEqual([0, 10]);
  });

  it('too few finished items have no median', () => {
    const of = (count: number) =>
      summaryOf(together(Array.from({ length: count }, () => run(past(wholeLife))))).withoutGap;
    expect(of(9)).toEqual({ finished: 9, unfinished: 0, days: null });
    expect(of(10)).toEqual({ finished: 10, unfinished: 0, days: 10 });
  });
});
