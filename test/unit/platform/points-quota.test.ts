import fc from 'fast-check';
import { Budget, added, type SpentStore } from '../../../src/platform/points-budget';
import {
  heardFrom,
  hourOf,
  nextHour,
  optionalFrom,
  pointsOf,
  OPTIONAL_AN_HOUR,
  UNATTENDED_AN_HOUR,
  type Spent,
} from '../../../src/platform/points-quota';
import type { Instant } from '../../../src/domain/values';

const NOW = '2026-12-01T09:20:00.000Z';
const END = '2026-12-01T10:00:00.000Z';
const none: Spent = { hour: hourOf(NOW), optional: 0, all: 0 };
const headers = (given: Readonly<Record<string, string>>) => new Headers(given);

describe('what Jira says of its limits is read', () => {
  test('from the headers it sends, with the time at which they begin anew', () => {
    const given = {
      'X-RateLimit-Limit': '65000',
      'X-RateLimit-Remaining': '20000',
      'X-RateLimit-Reset': END,
    };
    expect(heardFrom(200, headers(given), NOW)).toEqual({
      said: { limit: 65_000, remaining: 20_000, resetsAt: END },
      notBefore: undefined,
    });
  });

  test('from the headers it has announced', () => {
    const given = {
      'Beta-RateLimit-Policy': '"global-app-quota";q=65000;w=3600',
      'Beta-RateLimit': '"global-app-quota";r=13000;t=2400',
    };
    expect(heardFrom(200, headers(given), NOW).said).toEqual({
      limit: 65_000,
      remaining: 13_000,
      resetsAt: END,
    });
  });

  test.each([
    ['nothing', {}],
    ['a limit by the second', { 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '3' }],
    ['words', { 'X-RateLimit-Limit': 'many', 'X-RateLimit-Remaining': '-' }],
  ])('as no quota where it says %s', (_, given) => {
    expect(heardFrom(200, headers(given), NOW).said).toBeUndefined();
  });

  test.each([
    ['120', '2026-12-01T09:22:00.000Z'],
    ['Tue, 01 Dec 2026 09:30:00 GMT', '2026-12-01T09:30:00.000Z'],
    ['soon', undefined],
  ])('as a time to come back at: Retry-After %s', (given, notBefore) => {
    expect(heardFrom(429, headers({ 'Retry-After': given }), NOW).notBefore).toBe(notBefore);
    expect(heardFrom(200, headers({ 'Retry-After': given }), NOW).notBefore).toBeUndefined();
  });
});

describe('work that can wait', () => {
  const said = (remaining: number) => ({ limit: 65_000, remaining, resetsAt: END });

  test.each([
    [
      'has the first 10,000 points of an hour',
      { ...none, optional: 9_999, all: 9_999 },
      undefined,
      undefined,
    ],
    ['stops at 10,000 points', { ...none, optional: 10_000, all: 10_000 }, undefined, END],
    ['leaves 30 % of what Jira says is left', none, said(19_499), END],
    ['goes on at 30 %', none, said(19_500), undefined],
    ['goes by its own count where Jira says nothing', { ...none, all: 45_500 }, undefined, END],
    ['believes Jira more than its own count', { ...none, all: 45_500 }, said(60_000), undefined],
    ['begins anew with the hour', { ...none, hour: '2026-12-01T08', optional: 10_000 }, undefined, undefined],
    [
      'waits as long as Jira asks',
      { ...none, notBefore: '2026-12-01T09:25:00.000Z' },
      said(65_000),
      '2026-12-01T09:25:00.000Z',
    ],
    ['does not wait for what is past', { ...none, notBefore: NOW }, undefined, undefined],
  ] as const)('%s', (_, spent, heard, from) => {
    expect(optionalFrom(spent, heard, NOW)).toBe(from);
  });

  test('is never told a time that has passed, and never one further than an hour by its own count', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(70_000), fc.nat(65_000), (optional, all, remaining) => {
        for (const heard of [undefined, said(remaining)]) {
          const from = optionalFrom({ ...none, optional, all }, heard, NOW);
          if (from !== undefined) {
            expect(Date.parse(from)).toBeGreaterThan(Date.parse(NOW));
            expect(Date.parse(from)).toBeLessThanOrEqual(Date.parse(nextHour(NOW)));
          }
          expect(optional < OPTIONAL_AN_HOUR || from !== undefined).toBe(true);
        }
      }),
    );
  });

  test('counts the same whichever function kept its own first', () => {
    const spent = fc.record({
      hour: fc.constantFrom('2026-12-01T08', '2026-12-01T09'),
      optional: fc.nat(1000),
      all: fc.nat(1000),
    });
    fc.assert(
      fc.property(spent, spent, spent, (a, b, c) => {
        const one = added(added(a, b), c);
        const other = added(added(c, a), b);
        expect(one.hour).toBe(other.hour);
        expect([one.optional, one.all]).toEqual([other.optional, other.all]);
      }),
    );
  });
});

test.each([
  ['a page of issues', 'POST', { issues: [{}, {}, {}] }, 4],
  ['people', 'GET', [{ accountId: 'a' }, { accountId: 'b' }], 5],
  ['one person', 'GET', { accountId: 'a' }, 3],
  ['one issue', 'GET', { id: '1' }, 2],
  ['an empty page', 'GET', { values: [] }, 1],
  ['a write', 'PUT', undefined, 1],
])('Jira charges %s as its page on limits says', (_, method, body, points) => {
  expect(pointsOf(method, body)).toBe(points);
});

describe('the budget of a site', () => {
  function shared() {
    const kept: { spent: Spent | undefined; writes: number } = { spent: undefined, writes: 0 };
    const store: SpentStore = {
      read: () => Promise.resolve(kept.spent),
      add(more) {
        kept.writes += 1;
        kept.spent = kept.spent ? added(kept.spent, more) : more;
        return Promise.resolve(kept.spent);
      },
    };
    return { kept, store };
  }
  const page = { issues: Array.from({ length: 99 }, () => ({})) };

  test('is one for all functions, kept in few writes, and stops none that cannot wait', async () => {
    const { kept, store } = shared();
    let now: Instant = NOW;
    const [one, other] = [new Budget(() => now), new Budget(() => now)];
    for (let at = 0; at < 25; at += 1) {
      await one.optionally(() => {
        for (let asked = 0; asked < 4; asked += 1) one.count('POST', page);
        return Promise.resolve();
      }, store);
    }
    expect(kept).toMatchObject({ spent: { optional: 10_000 }, writes: 25 });
    await expect(other.optionally(() => Promise.resolve(other.mustWait()), store)).resolves.toBe(END);
    expect(other.mustWait()).toBeUndefined();
    now = END;
    await expect(other.optionally(() => Promise.resolve(other.mustWait()), store)).resolves.toBeUndefined();
  });

  test('leaves half of it to what somebody looks at, whatever goes on in the background', async () => {
    const { store } = shared();
    const [one, other] = [new Budget(() => NOW), new Budget(() => NOW)];
    let pages = 0;
    await one.optionally(
      async () => {
        for (; one.mustWait() === undefined; pages += 1) one.count('POST', page);
        await Promise.resolve();
      },
      store,
      { isUnattended: true },
    );
    expect(pages * 100).toBe(UNATTENDED_AN_HOUR);
    const wait = () => Promise.resolve(other.mustWait());
    await expect(other.optionally(wait, store)).resolves.toBeUndefined();
    await expect(other.optionally(wait, store, { isUnattended: true })).resolves.toBe(END);
  });

  test('tells the other functions that Jira asked to wait', async () => {
    const { store } = shared();
    const [one, other] = [new Budget(() => NOW), new Budget(() => NOW)];
    await one.optionally(() => Promise.resolve(one.hear(429, headers({ 'Retry-After': '600' }))), store);
    await expect(other.optionally(() => Promise.resolve(other.mustWait()), store)).resolves.toBe(
      '2026-12-01T09:30:00.000Z',
    );
  });

  test('keeps a small remainder when it looks again, and has nobody wait for it', async () => {
    const { kept, store } = shared();
    let now: Instant = NOW;
    const one = new Budget(() => now);
    const small = () => {
      one.count('POST', page);
      return Promise.resolve();
    };
    await one.optionally(small, store);
    expect(kept.writes).toBe(0);
    now = '2026-12-01T09:20:31.000Z';
    await one.optionally(small, store);
    expect(kept).toMatchObject({ spent: { optional: 100 }, writes: 1 });
  });

  test('holds up nothing that begins with small questions, and weighs what comes after them', async () => {
    const { store } = shared();
    const [one, other] = [new Budget(() => NOW), new Budget(() => NOW)];
    await one.optionally(() => Promise.resolve(one.hear(429, headers({ 'Retry-After': '600' }))), store);
    const waits: (Instant | undefined)[] = [];
    await other.optionally(
      async () => {
        waits.push(other.mustWait());
        await new Promise(setImmediate);
        waits.push(other.mustWait());
      },
      store,
      { isSmallAtFirst: true },
    );
    expect(waits).toEqual([undefined, '2026-12-01T09:30:00.000Z']);
  });

  test('stops nothing where what was kept cannot be read', async () => {
    const one = new Budget(() => NOW);
    const broken: SpentStore = {
      read: () => Promise.reject(new Error('down')),
      add: () => Promise.reject(new Error('down')),
    };
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(one.optionally(() => Promise.resolve('read'), broken)).resolves.toBe('read');
    logged.mockRestore();
  });
});
