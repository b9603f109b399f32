import fc from 'fast-check';
import {
  hoursAfter,
  nextWorkingMorning,
  workingHoursBetween,
} from '../../../../src/domain/time/working-hours';
import { MEASURES } from '../../../../src/domain/policy/clock-policy';
import * as temporal from '../../../support/temporal-hours';

const calendar = fc.record({
  timeZone: fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/Mexico_City',
    'America/St_Johns',
    'Asia/Tokyo',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Auckland',
    'Pacific/Apia',
    'Africa/Casablanca',
    'nowhere at all',
  ),
  workdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  from: fc.constantFrom('00:00', '02:15', '02:30', '09:00'),
  to: fc.constantFrom('03:00', '12:45', '17:00', '23:59'),
  holidays: fc.subarray(['2026-10-25', '2026-12-25', '2027-03-28']),
});
const start = fc
  .integer({ min: Date.parse('2011-12-01T00:00Z'), max: Date.parse('2028-01-01T00:00Z') })
  .map((ms) => new Date(ms).toISOString());

it('counts to the same moment as Temporal does, in every zone and over every change of clocks', () => {
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom(...MEASURES),
      calendar,
      (from, hours, measure, days) => {
        expect(hoursAfter(from, hours, measure, days)).toBe(temporal.afterHours(from, hours, measure, days));
        expect(nextWorkingMorning(from, days.timeZone, days)).toBe(
          temporal.nextWorkingMorning(from, days.timeZone, days),
        );
      },
    ),
    { numRuns: 300 },
  );
});

it('counts back the working hours by which it went ahead, as Temporal does, and none backwards', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 400 }), calendar, (from, hours, days) => {
      const to = temporal.afterHours(from, hours, 'working', days);
      fc.pre(Date.parse(to) - Date.parse(from) < 9 * 365 * 86_400_000);
      expect(workingHoursBetween(from, to, days)).toBeCloseTo(hours, 6);
      expect(workingHoursBetween(to, from, days)).toBe(0);
    }),
    { numRuns: 300 },
  );
});

it('begins with the next working day for whoever asks on Friday evening', () => {
  const office = {
    timeZone: 'Europe/Berlin',
    workdays: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '17:00',
    holidays: [],
  };
  expect(hoursAfter('2026-11-27T17:30:00.000Z', 2, 'working', office)).toBe('2026-11-30T10:00:00.000Z');
  expect(hoursAfter('2026-11-27T17:30:00.000Z', 2, 'elapsed', office)).toBe('2026-11-27T19:30:00.000Z');
});
