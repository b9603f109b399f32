import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesIn } from '../../support/imports';
import { dayText, momentText, weekText } from '../../../src/contract/texts/dates';
import {
  daysBetween,
  endsOnAnotherDay,
  relativeDayText,
  relativeMomentText,
} from '../../../src/contract/texts/relative-dates';

const root = join(__dirname, '../../..');

const TODAY = '2026-11-28';

test.each([
  ['2026-11-28', 'today'],
  ['2026-11-29', 'tomorrow'],
  ['2026-12-04', 'in 6 days'],
  ['2026-11-24', '4 days ago'],
  ['2026-12-19', 'in 3 weeks'],
  ['2027-05-28', 'in 6 months'],
  ['2029-01-01', 'in 2 years'],
])('%s is %s', (date, words) => {
  expect(relativeDayText(date, TODAY, 'en')).toBe(words);
});

test('a day carries its year only where it is another', () => {
  expect(dayText('2026-12-04', TODAY, 'en-GB')).toBe('Fri 4 Dec');
  expect(dayText('2027-01-15', TODAY, 'en-GB')).toBe('Fri, 15 Jan 2027');
});

test('days are counted across a change of clocks', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});

test('a week is named by its first day', () => {
  expect(weekText('2026-11-30', TODAY, 'en-GB')).toBe('30 Nov');
  expect(weekText('2025-12-29', TODAY, 'en-GB')).toBe('29 Dec 2025');
});

test.each([
  // Berlin’s day ends at eleven in London, London’s an hour into Berlin’s next.
  ['Europe/Berlin', 'Europe/London', false],
  ['Europe/London', 'Europe/Berlin', true],
  ['Europe/Berlin', 'Europe/Paris', false],
  ['Asia/Tokyo', 'America/New_York', false],
  ['America/New_York', 'Asia/Tokyo', true],
  ['Pacific/Kiritimati', 'Pacific/Niue', true],
])('a day that ends in %s ends on another in %s: %s', (zone, reader, other) => {
  expect(endsOnAnotherDay('2026-12-04', zone, reader)).toBe(other);
});

test('a moment is told in the reader’s zone', () => {
  const at = '2026-12-31T23:30:00.000Z';
  expect(momentText(at, '2026-11-28T00:00:00Z', 'en-GB', 'UTC')).toBe('Thu 31 Dec, 23:30');
  expect(momentText(at, '2026-11-28T00:00:00Z', 'en-GB', 'Asia/Tokyo')).toBe('Fri, 1 Jan 2027, 08:30');
});

test('days and moments that are written by hand read as the runtime writes them', () => {
  const long = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const written = (ms: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(ms);
  for (let ms = Date.UTC(2028, 0, 1); ms < Date.UTC(2029, 0, 2); ms += 86_400_000) {
    const date = new Date(ms).toISOString().slice(0, 10);
    expect(dayText(date, date, 'en-GB')).toBe(written(ms, long));
    expect(dayText(date, TODAY, 'en-GB')).toBe(written(ms, { ...long, year: 'numeric' }));
  }
  const at = '2026-07-04T05:07:59.999Z';
  for (const zone of ['UTC', 'Asia/Kathmandu', 'America/St_Johns']) {
    expect(momentText(at, at, 'en-GB', zone)).toContain(
      `, ${written(Date.parse(at), { timeStyle: 'short', timeZone: zone })}`,
    );
  }
});

test.each([
  [20, 'now'],
  [300, '5 minutes ago'],
  [7_200, '2 hours ago'],
  [200_000, '2 days ago'],
])('%d seconds ago reads %s', (seconds, words) => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  expect(
    relativeMomentText(new Date(now - seconds * 1000).toISOString(), new Date(now).toISOString(), 'en'),
  ).toBe(words);
});

test('one file writes days and moments; others format to reckon, name the days of a week, or read what is typed', () => {
  const formatting = ['src', 'static']
    .flatMap(sourcesIn)
    .filter((file) =>
      /\bIntl\.(DateTimeFormat\([^)]|RelativeTimeFormat\()|\.toLocale(Date|Time)/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
  expect(formatting).toEqual([
    'src/contract/texts/dates.ts',
    'src/contract/texts/relative-dates.ts',
    'src/domain/time/zones.ts',
    'static/ui/day-input.ts',
    'static/ui/weekday.ts',
  ]);
});
