import { dayInFigures, typedDay } from '../../../../static/ui/day-input';

const TODAY = '2026-11-23';

test.each([
  ['12/4/2026', 'en-US', '2026-12-04'],
  ['12/4/2026', 'en-GB', '2026-04-12'],
  ['4.12.2026', 'de', '2026-12-04'],
  ['4.12.26', 'de', '2026-12-04'],
  ['4.12.', 'de', '2026-12-04'],
  ['2026/12/4', 'ja', '2026-12-04'],
  ['2026-12-04', 'en-US', '2026-12-04'],
])('%s typed by a reader of %s is the day %s', (text, locale, day) => {
  expect(typedDay(text, locale, TODAY)).toBe(day);
});

test.each(['', 'soon', '12', '13/40/2026', '2/30/2026', '1/2/3/4', '2026-13-01'])(
  '“%s” is no day',
  (text) => {
    expect(typedDay(text, 'en-US', TODAY)).toBeNull();
  },
);

test.each(['en-US', 'en-GB', 'de', 'ja', 'fr-CA', 'ar-EG', 'th', 'fa'])(
  'a day written in figures for %s is read as the same day',
  (locale) => {
    expect(typedDay(dayInFigures('2026-12-04', locale), locale, TODAY)).toBe('2026-12-04');
  },
);
