import { dayIsOver, localDate } from '../../../../src/domain/time/local-date';

describe('the date of an instant', () => {
  it.each([
    ['2026-11-22T23:30:00.000Z', 'UTC', '2026-11-22'],
    ['2026-11-22T14:59:59.999Z', 'Asia/Tokyo', '2026-11-22'],
    ['2026-11-22T15:00:00.000Z', 'Asia/Tokyo', '2026-11-23'],
    ['2026-11-22T10:00:00.000Z', 'Pacific/Kiritimati', '2026-11-23'],
    ['2026-11-22T09:59:59.999Z', 'Pacific/Honolulu', '2026-11-21'],
    ['2026-11-22T10:59:59.999Z', 'Pacific/Pago_Pago', '2026-11-21'],
    ['2026-12-31T23:00:00.000Z', 'Europe/Berlin', '2027-01-01'],
    ['2028-02-29T12:00:00.000Z', 'America/New_York', '2028-02-29'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(localDate(instant, zone)).toBe(date);
  });

  it('follows the clock into summer time', () => {
    expect(localDate('2026-03-28T23:30:00.000Z', 'Europe/Berlin')).toBe('2026-03-29');
    expect(localDate('2026-03-29T22:30:00.000Z', 'Europe/Berlin')).toBe('2026-03-30');
    expect(localDate('2026-03-29T21:59:59.000Z', 'Europe/Berlin')).toBe('2026-03-29');
  });

  it('counts an unknown zone as UTC', () => {
    expect(localDate('2026-11-22T23:30:00.000Z', 'Mars/Olympus')).toBe('2026-11-22');
    expect(localDate('2026-11-22T23:30:00.000Z', '')).toBe('2026-11-22');
  });
});

describe('the end of a day', () => {
  it('comes when the day ends where the promise was given', () => {
    expect(dayIsOver('2026-12-04', 'UTC', '2026-12-04T23:59:59.999Z')).toBe(false);
    expect(dayIsOver('2026-12-04', 'UTC', '2026-12-05T00:00:00.000Z')).toBe(true);
  });

  it('comes fourteen hours early in Kiritimati', () => {
    expect(dayIsOver('2026-12-04', 'Pacific/Kiritimati', '2026-12-04T09:59:59.999Z')).toBe(false);
    expect(dayIsOver('2026-12-04', 'Pacific/Kiritimati', '2026-12-04T10:00:00.000Z')).toBe(true);
  });

  it('comes ten hours late in Honolulu', () => {
    expect(dayIsOver('2026-12-04', 'Pacific/Honolulu', '2026-12-05T09:59:59.999Z')).toBe(false);
    expect(dayIsOver('2026-12-04', 'Pacific/Honolulu', '2026-12-05T10:00:00.000Z')).toBe(true);
  });
});
