import { PointsMeter, pointsFor } from '../../src/forge/points';

const HOUR = Date.parse('2026-12-01T09:00:00Z');

function meter(pointsPerHour: number, pointsHeaders: 'x-ratelimit' | 'beta' | 'none' = 'x-ratelimit') {
  const time = { at: HOUR + 1_200_000 };
  const points = new PointsMeter({ now: () => time.at }, () => ({ pointsPerHour, pointsHeaders }));
  const ask = (body: unknown, method = 'GET') =>
    points.metered(method, () => Promise.resolve({ status: 200, body }));
  return { time, points, ask };
}

const page = { issues: [{}, {}, {}, {}] };

describe('an installation’s points', () => {
  test('are counted and told as Jira does', async () => {
    const { ask, points } = meter(65_000);
    const answer = await ask(page);
    expect(points.spentThisHour).toBe(5);
    expect(answer.headers).toEqual({
      'x-ratelimit-limit': '65000',
      'x-ratelimit-remaining': '64995',
      'x-ratelimit-reset': '2026-12-01T10:00:00.000Z',
    });
  });

  test('are told as Jira announces it, or not at all', async () => {
    await expect(meter(100, 'beta').ask(page)).resolves.toMatchObject({
      headers: { 'beta-ratelimit': '"global-app-quota";r=95;t=2400' },
    });
    expect((await meter(100, 'none').ask(page)).headers).toEqual({});
  });

  test('are refused beyond the hour’s share with the seconds that are left of it, and begin anew with the hour', async () => {
    const { ask, time } = meter(5);
    await ask(page);
    await expect(ask(page)).resolves.toMatchObject({ status: 429, headers: { 'retry-after': '2400' } });
    time.at = HOUR + 3_600_000;
    await expect(ask(page)).resolves.toMatchObject({ status: 200 });
  });
});

test.each([
  ['people twice', 'GET', [{ accountId: 'a' }], 3],
  ['a write once', 'PUT', undefined, 1],
  ['one thing', 'GET', { id: '1' }, 2],
])('a call costs %s', (_, method, body, points) => expect(pointsFor(method, body)).toBe(points));
