import type { BacktestAnswer } from '../../src/contract/backtest';
import type { Refusal } from '../../src/contract/refusal';
import { clientOf, refusalText, type Client } from './client';
import { newEpic, useSite } from './sandbox';

const ends = (answer: unknown): BacktestAnswer | Refusal => answer as BacktestAnswer | Refusal;

/** Three backtests of as many items spend what an hour gives; how Jira speaks of its points makes no difference. */
export function describeBacktestPoints(items: number, pointsHeaders: 'x-ratelimit' | 'beta' | 'none'): void {
  const site = useSite({ switches: { pointsPerHour: 65_000, pointsHeaders } });
  /** Where a backtest stopped: at its end, or at what was refused. */
  interface Stop {
    readonly cursor: string | undefined;
    readonly looked: number;
    readonly error: Refusal['error'] | undefined;
  }

  async function backtest(client: Client, from?: string): Promise<Stop> {
    let [cursor, looked] = [from, 0];
    for (;;) {
      const { body } = await client.invoke(
        'gap-report',
        'backtest/run',
        { from: '2026-01-01', to: '2026-11-23', ...(cursor !== undefined && { cursor }) },
        { extension: { project: { key: 'EXP' } } },
      );
      const answer = ends(body);
      if (!answer.ok) return { cursor, looked, error: answer.error };
      looked += answer.figures.items;
      cursor = answer.nextCursor;
      if (cursor === undefined) return { cursor, looked, error: undefined };
    }
  }

  const state = async (): Promise<{ points: { spentThisHour: number } }> =>
    (await clientOf(site, null).get('/sandbox/state')).body as { points: { spentThisHour: number } };

  beforeAll(() => {
    const { jira } = site.sandbox;
    for (let at = 0; at < items; at += 1) {
      jira.addIssue({
        project: 'EXP',
        type: 'Epic',
        status: 'In Progress',
        statusChanged: Date.parse('2026-11-02T09:00:00Z'),
        created: Date.parse('2026-11-01T09:00:00Z'),
        values: { summary: `Past work ${at}`, reporter: 'u-coo' },
      });
    }
  });

  test('three backtests wait for the next hour and go on by themselves, and a Start still gets its answer', async () => {
    const people = ['u-coo', 'u-cto', 'u-ops'].map((accountId) => clientOf(site, accountId));
    const stops = await Promise.all(people.map((client) => backtest(client)));
    for (const { error } of stops) {
      expect(error).toMatchObject({
        code: 'unavailable',
        again: { why: 'points', at: expect.stringMatching(/:00:00\.000Z$/) },
      });
    }
    const { points } = await state();
    expect(points.spentThisHour).toBeGreaterThan(9_000);
    expect(points.spentThisHour).toBeLessThan(13_000);

    const issueKey = newEpic(site.sandbox);
    const moved = await clientOf(site, 'u-coo').move(issueKey, 'Start');
    expect(refusalText(moved)).toContain(`${issueKey} can't start yet`);

    await clientOf(site, null).send('POST', '/sandbox/clock', { advance: 'PT1H' });
    const [first] = stops;
    const goesOn = await backtest(clientOf(site, 'u-coo'), first?.cursor);
    expect(goesOn.looked).toBeGreaterThan(500);
  });
}
