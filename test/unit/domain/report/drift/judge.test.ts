import { FEWEST_WEEKS, judge } from '../../../../../src/domain/report/drift/judge';
import { naturalLimits } from '../../../../../src/domain/report/drift/xmr';
import { chanceOfScore, kendallScore } from '../../../../../src/domain/report/drift/trend';

const judged = (values: readonly number[], counted = false) => {
  const judgement = judge(values, { counted });
  if (judgement.kind !== 'judged') throw new Error(judgement.kind);
  return judgement;
};
const steady = [20, 22, 19, 21, 23, 20, 18, 22, 21, 19, 22, 20];

it('says that it has not enough, instead of guessing', () => {
  expect(judge(steady.slice(0, FEWEST_WEEKS - 1), { counted: false })).toEqual({
    kind: 'too-little',
    have: FEWEST_WEEKS - 1,
    need: FEWEST_WEEKS,
  });
  expect(judge(steady.slice(0, FEWEST_WEEKS), { counted: false }).kind).toBe('judged');
});

it('does not judge what happens less than once a week', () => {
  expect(judge([0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 0], { counted: true }).kind).toBe('too-rare');
});

it('marks nothing in what only varies', () => {
  expect(judged(steady)).toMatchObject({ marks: [], signal: null });
});

it('marks nothing where nothing ever differs', () => {
  expect(judged(Array<number>(12).fill(0.1))).toMatchObject({ marks: [], signal: null });
});

it('marks a value beyond the limits and tells from when to when', () => {
  const { marks, signal } = judged([...steady, 40]);
  expect(marks).toEqual([{ index: 12, rule: 'outside' }]);
  expect(signal).toMatchObject({ rule: 'outside', direction: 'up', from: 12, before: 20.5, now: 40 });
  // What was usual is drawn from the time before alone: the change does not widen it.
  expect(signal?.usual).toEqual(naturalLimits(steady));
});

it('marks a run of eight on one side, and not of seven', () => {
  const low = [20, 24, 20, 24, 20, 24, 20, 24, 20];
  const high = [24, 26, 24, 26, 24, 26, 24, 26];
  const { marks, signal } = judged([...low, ...high]);
  expect(marks.filter(({ rule }) => rule === 'run')).toHaveLength(8);
  expect(signal).toMatchObject({ rule: 'run', direction: 'up', from: 9 });
  const seven = judged([...low, 20, ...high.slice(0, 7)]);
  expect(seven.marks.filter(({ rule }) => rule === 'run')).toEqual([]);
});

it('falls silent once it is as before', () => {
  const { marks, signal } = judged([...steady, 40, 20, 22, 21, 19]);
  expect(marks).toHaveLength(1);
  expect(signal).toBeNull();
});

it('sees a median that rises a little every week', () => {
  const { signal, marks } = judged([...[24, 20, 23, 19, 25, 18], ...steady.map((_, week) => 17 + week / 2)]);
  expect(marks.map(({ rule }) => rule)).toContain('trend');
  expect(signal).not.toBeNull();
});

describe('the chance of a rising row', () => {
  it('is one order in all of them for a row that only rises', () => {
    expect(kendallScore([1, 2, 3, 4])).toBe(6);
    expect(chanceOfScore(6, 4)).toBeCloseTo(1 / 24, 12);
    expect(chanceOfScore(-6, 4)).toBe(1);
  });

  it('agrees with Kendall’s table for ten values (score 21 or more: 0.036; 33 or more: 0.001)', () => {
    expect(chanceOfScore(21, 10)).toBeCloseTo(0.036, 3);
    expect(chanceOfScore(33, 10)).toBeCloseTo(0.001, 3);
  });
});
