import type { WorkingCalendar } from '../../../../src/domain/policy/clock-policy';
import { endOfDay } from '../../../../src/domain/time/local-date';
import {
  hoursAfter,
  afterWorkingHours,
  nextWorkingMoment,
  nextWorkingMorning,
} from '../../../../src/domain/time/working-hours';

const office = (more: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  timeZone: 'Europe/Berlin',
  workdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
  holidays: [],
  ...more,
});

/** Wall clock in Berlin with its offset, as the instant it is. */
const at = (wall: string): string => new Date(wall).toISOString();

describe('working hours', () => {
  test.each<[string, string, number, string]>([
    ['stay within a day that has room', '2026-11-23T10:00+01:00', 3, '2026-11-23T13:00+01:00'],
    ['end with the day they fill', '2026-11-23T09:00+01:00', 8, '2026-11-23T17:00+01:00'],
    ['go on the next morning', '2026-11-23T16:00+01:00', 2, '2026-11-24T10:00+01:00'],
    ['leave out the weekend', '2026-11-20T16:30+01:00', 4, '2026-11-23T12:30+01:00'],
    ['asked for in the night begin in the morning', '2026-11-24T03:00+01:00', 1, '2026-11-24T10:00+01:00'],
    ['cross the end of the year', '2026-12-31T16:00+01:00', 2, '2027-01-01T10:00+01:00'],
    // On Sunday 29 March clocks go forward, on Sunday 25 October back: Monday’s hours are Monday’s.
    ['keep to the wall clock when it goes forward', '2026-03-27T16:00+01:00', 2, '2026-03-30T10:00+02:00'],
    ['keep to the wall clock when it goes back', '2026-10-23T16:00+02:00', 2, '2026-10-26T10:00+01:00'],
  ])('%s', (_, start, hours, end) => {
    expect(afterWorkingHours(at(start), hours, office())).toBe(at(end));
  });

  test('leave out holidays', () => {
    const calendar = office({ holidays: ['2026-12-24', '2026-12-25'] });
    expect(afterWorkingHours(at('2026-12-23T16:00+01:00'), 2, calendar)).toBe(at('2026-12-28T10:00+01:00'));
  });

  test('are longer or shorter on a working day on which the clocks change', () => {
    const nights = office({ workdays: [7], from: '00:00', to: '06:00' });
    // Five hours long, seven hours long.
    expect(afterWorkingHours(at('2026-03-29T00:00+01:00'), 5, nights)).toBe(at('2026-03-29T06:00+02:00'));
    expect(afterWorkingHours(at('2026-10-25T00:00+02:00'), 7, nights)).toBe(at('2026-10-25T06:00+01:00'));
  });

  test('are those of the calendar’s zone, wherever the promise is made', () => {
    const auckland = office({ timeZone: 'Pacific/Auckland' });
    // Friday morning in Berlin is Friday evening in Auckland: the clock starts there on Monday.
    expect(afterWorkingHours('2026-11-20T09:00:00.000Z', 1, auckland)).toBe('2026-11-22T21:00:00.000Z');
  });

  test('none of them, within working time, is now; outside, when work begins again', () => {
    expect(afterWorkingHours(at('2026-11-23T10:00+01:00'), 0, office())).toBe(at('2026-11-23T10:00+01:00'));
    expect(afterWorkingHours(at('2026-11-23T17:00+01:00'), 0, office())).toBe(at('2026-11-24T09:00+01:00'));
    expect(afterWorkingHours(at('2026-11-21T10:00+01:00'), 0, office())).toBe(at('2026-11-23T09:00+01:00'));
  });

  test('that never come end in ten years, not in an endless search', () => {
    const end = afterWorkingHours(at('2026-11-23T10:00+01:00'), 2000, office({ from: '09:00', to: '09:01' }));
    expect(end.slice(0, 4)).toBe('2036');
  });
});

test('elapsed hours run through nights and changes of clocks', () => {
  expect(hoursAfter(at('2026-10-24T12:00+02:00'), 24, 'elapsed', office())).toBe(
    at('2026-10-25T11:00+01:00'),
  );
});

describe('a day ends', () => {
  test.each<[string, string, string]>([
    ['2026-12-04', 'Pacific/Auckland', '2026-12-04T11:00:00.000Z'],
    ['2026-12-04', 'Pacific/Honolulu', '2026-12-05T10:00:00.000Z'],
    ['2026-12-31', 'Europe/Berlin', '2026-12-31T23:00:00.000Z'],
    // In Cairo the clocks go forward at midnight: Friday 24 April begins at one.
    ['2026-04-23', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['2026-12-04', 'Nowhere/AtAll', '2026-12-05T00:00:00.000Z'],
  ])('%s in %s at %s', (date, zone, end) => {
    expect(endOfDay(date, zone)).toBe(end);
  });
});

test('people are told in their own working hours, on the policy’s days', () => {
  const calendar = office({ holidays: ['2026-11-23'] });
  // Sunday evening in Berlin is Monday morning in Auckland, where the same day is free.
  expect(nextWorkingMoment('2026-11-22T21:30:00.000Z', 'Pacific/Auckland', calendar)).toBe(
    '2026-11-23T20:00:00.000Z',
  );
  expect(nextWorkingMoment('2026-11-24T20:00:00.000Z', 'America/New_York', calendar)).toBe(
    '2026-11-24T20:00:00.000Z',
  );
});

test.each<[string, string, string]>([
  ['while work goes on, tomorrow’s', '2026-11-23T10:00+01:00', '2026-11-24T09:00+01:00'],
  ['as it begins, tomorrow’s', '2026-11-23T09:00+01:00', '2026-11-24T09:00+01:00'],
  ['in the night, this day’s', '2026-11-23T03:00+01:00', '2026-11-23T09:00+01:00'],
  ['in the evening, tomorrow’s', '2026-11-23T19:00+01:00', '2026-11-24T09:00+01:00'],
  ['before a weekend and a holiday, the day’s after', '2026-11-27T12:00+01:00', '2026-12-01T09:00+01:00'],
  ['before the clocks go forward, by the new time', '2027-03-26T12:00+01:00', '2027-03-29T09:00+02:00'],
])('the next working morning is, %s', (_, now, morning) => {
  const calendar = office({ timeZone: 'UTC', holidays: ['2026-11-30'] });
  expect(nextWorkingMorning(at(now), 'Europe/Berlin', calendar)).toBe(at(morning));
});
