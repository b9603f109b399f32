import { daysOf, judgeLook, mostLosses, sightsOf } from '../../../../src/domain/access/sight';

const read = (asked: readonly string[], ...listed: readonly string[]) =>
  Object.fromEntries(sightsOf(asked, new Set(listed)));

describe('an answer', () => {
  it('that lists some of what was asked about proves the rest hidden', () => {
    expect(read(['1', '2', '3'], '2')).toEqual({ 1: 'hidden', 2: 'visible', 3: 'hidden' });
  });

  it.each([
    ['nothing', []],
    ['something else alone', ['9']],
  ])('that lists %s proves nothing', (_, listed) => {
    expect(read(['1', '2'], ...listed)).toEqual({ 1: 'unknown', 2: 'unknown' });
  });
});

describe('a look at an owned item', () => {
  it.each([
    ['visible', false, false, 'nothing'],
    ['visible', false, true, 'nothing'],
    ['visible', true, false, 'back'],
    ['visible', true, true, 'back'],
    ['hidden', false, false, 'doubt'],
    ['hidden', false, true, 'lost'],
    ['hidden', true, true, 'nothing'],
    ['unknown', false, false, 'nothing'],
    ['unknown', false, true, 'nothing'],
    ['unknown', true, true, 'nothing'],
  ] as const)(
    'that finds it %s, lost before: %s, hidden yesterday: %s, means %s',
    (sight, lost, hiddenBefore, means) => {
      expect(judgeLook({ sight, lost, hiddenBefore })).toBe(means);
    },
  );
});

it.each([
  [0, 5],
  [40, 5],
  [59, 5],
  [60, 6],
  [2000, 100],
  [Infinity, 100],
])('of %d owned items one review declares at most %d lost', (owned, most) => {
  expect(mostLosses(owned)).toBe(most);
});

it('counts days in UTC, over the end of a month', () => {
  expect(daysOf('2027-03-01T00:00:00.000Z')).toEqual({ today: '2027-03-01', yesterday: '2027-02-28' });
});
