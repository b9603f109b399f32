import fc from 'fast-check';
import {
  FEWEST_DAYS,
  judgeOwner,
  WINDOW_DAYS,
  windowStart,
  type Touch,
} from '../../../../../src/domain/report/paper-owner/paper-owner';

const NOW = '2026-11-23T08:00:00.000Z';
const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * DAY).toISOString();
const touchedOn = (by: string, ...days: number[]): Touch[] => days.map((day) => ({ by, at: daysAgo(day) }));

const ask = (touches: readonly Touch[], owner: string | null = 'owner', ownedSince: string | null = null) =>
  judgeOwner({ owner, ownedSince, touches }, NOW);

test('somebody who is there on four days of five while the owner is there on one', () => {
  expect(ask([...touchedOn('other', 1, 2, 3, 4), ...touchedOn('owner', 5)])).toEqual({
    kind: 'paper-owner',
    accountId: 'other',
    owners: 1,
    theirs: 4,
    all: 5,
  });
});

test('an owner whose hands are on it', () => {
  expect(ask([...touchedOn('other', 1, 2), ...touchedOn('owner', 1, 2, 3, 4)])).toEqual({
    kind: 'as-named',
    owners: 4,
    all: 6,
  });
});

test('somebody who is there a little more often than the owner is no reason to ask', () => {
  expect(ask([...touchedOn('other', 1, 2, 3, 4), ...touchedOn('owner', 1, 2, 3)])).toMatchObject({
    kind: 'as-named',
    owners: 3,
    all: 7,
  });
});

test('two who share the lead are nobody to ask about', () => {
  expect(ask([...touchedOn('one', 1, 2, 3), ...touchedOn('two', 1, 2, 3)])).toMatchObject({
    kind: 'as-named',
  });
});

test('a crowd without a lead of its own is nobody to ask about', () => {
  const crowd = ['a', 'b', 'c', 'd'].flatMap((by) => touchedOn(by, 1));
  expect(ask([...crowd, ...touchedOn('e', 1, 2, 3)])).toMatchObject({ kind: 'as-named', all: 7 });
});

test('without an owner there is no question', () => {
  expect(ask(touchedOn('other', 1, 2, 3, 4, 5, 6), null)).toEqual({ kind: 'unowned' });
});

test('too few days say nothing', () => {
  expect(ask(touchedOn('other', ...Array.from({ length: FEWEST_DAYS - 1 }, (_, day) => day)))).toEqual({
    kind: 'too-little',
    all: FEWEST_DAYS - 1,
  });
});

test('what happened before the owner took it over does not count against them', () => {
  const before = touchedOn('predecessor', 20, 21, 22, 23, 24, 25);
  expect(ask(before)).toMatchObject({ kind: 'paper-owner' });
  expect(ask(before, 'owner', daysAgo(10))).toEqual({ kind: 'too-little', all: 0 });
});

test('the window ends with now and begins half a year before, or with the owner', () => {
  expect(windowStart(NOW, null)).toBe(daysAgo(WINDOW_DAYS));
  expect(windowStart(NOW, daysAgo(WINDOW_DAYS + 1))).toBe(daysAgo(WINDOW_DAYS));
  expect(windowStart(NOW, daysAgo(3))).toBe(daysAgo(3));
});

const touches = fc.array(
  fc.record({
    by: fc.constantFrom('owner', 'a', 'b', 'c'),
    at: fc.integer({ min: -5 * 24, max: 220 * 24 }).map((hours) => daysAgo(hours / 24)),
  }),
  { maxLength: 60 },
);

test('order and repetition within a day change nothing', () => {
  fc.assert(
    fc.property(touches, (given) => {
      const shuffled = [...given, ...given].reverse();
      expect(ask(shuffled)).toEqual(ask(given));
    }),
  );
});

test('a question always names somebody else, with more than half of all days and twice the owner’s', () => {
  fc.assert(
    fc.property(touches, (given) => {
      const judgement = ask(given);
      if (judgement.kind !== 'paper-owner') return;
      expect(judgement.accountId).not.toBe('owner');
      expect(judgement.theirs * 2).toBeGreaterThan(judgement.all);
      expect(judgement.theirs).toBeGreaterThanOrEqual(judgement.owners * 2);
      expect(judgement.all).toBeGreaterThanOrEqual(FEWEST_DAYS);
    }),
  );
});

test('one more day of the owner’s never raises a question', () => {
  fc.assert(
    fc.property(touches, fc.integer({ min: 0, max: WINDOW_DAYS - 1 }), (given, day) => {
      if (ask(given).kind === 'too-little') return;
      const more = ask([...given, ...touchedOn('owner', day)]);
      if (more.kind === 'paper-owner') expect(ask(given).kind).toBe('paper-owner');
    }),
  );
});
