import {
  addDays,
  addHours,
  compareInstants,
  datePlus,
  daysBetween,
  hoursBetween,
  isBefore,
  later,
  utcDate,
} from '../../../../src/domain/time/time';

const MONDAY = '2026-11-23T12:00:00.000Z';

test('instants are compared as moments, however they are written', () => {
  expect(compareInstants('2026-11-23T12:00:00Z', MONDAY)).toBe(0);
  expect(isBefore('2026-11-23T12:59:00+01:00', MONDAY)).toBe(true);
  expect(isBefore(MONDAY, '2026-11-23T12:59:00+01:00')).toBe(false);
  expect([MONDAY, addHours(MONDAY, -1), addDays(MONDAY, 1)].sort(compareInstants)).toEqual([
    '2026-11-23T11:00:00.000Z',
    MONDAY,
    '2026-11-24T12:00:00.000Z',
  ]);
});

test('the later of two instants is kept as it was written', () => {
  expect(later('2026-11-23T13:30:00+01:00', MONDAY)).toBe('2026-11-23T13:30:00+01:00');
  expect(later(MONDAY, '2026-11-23T13:30:00+01:00')).toBe('2026-11-23T13:30:00+01:00');
  expect(later('2026-11-23T12:00:00Z', MONDAY)).toBe('2026-11-23T12:00:00Z');
});

test('hours and days between instants undo adding them', () => {
  expect(hoursBetween(MONDAY, addHours(MONDAY, 36.5))).toBe(36.5);
  expect(daysBetween(addDays(MONDAY, 3), MONDAY)).toBe(-3);
});

test('a date some days on crosses months, leap days and years', () => {
  expect(datePlus('2026-12-30', 3)).toBe('2027-01-02');
  expect(datePlus('2028-03-01', -1)).toBe('2028-02-29');
  expect(utcDate('2026-11-23T00:30:00+02:00')).toBe('2026-11-22');
});
