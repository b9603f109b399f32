import type { BacktestAnswer } from '../../../src/contract/backtest';
import type { Refusal } from '../../../src/contract/refusal';
import { clientOf, refusalText, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(240_000);

const ends = (answer: unknown): BacktestAnswer | Refusal => answer as BacktestAnswer | Refusal;

describe.each([
  [5_000, 'Jira says what is left', 'x-ratelimit'],
  [5_000, 'Jira says it as announced', 'beta'],
  [5_000, 'Jira says nothing', 'none'],
] as const)('a site of %i items where %s', (items, _, pointsHeaders) => {
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
});

describe('where little is left of what Jira gives', () => {
  const site = useSite({ switches: { pointsPerHour: 5_000 } });

  test('the report stops at three tenths, and the gate and people’s answers have them', async () => {
    const report = { extension: { project: { key: 'EXP' } } };
    const owner = clientOf(site, 'u-coo');
    let refused: Refusal | undefined;
    for (let at = 0; at < 400 && !refused; at += 1) {
      const { body } = await owner.invoke('gap-report', 'report/page', {}, report);
      if ((body as Refusal).ok === false) refused = body as Refusal;
    }
    expect(refused?.error).toMatchObject({ code: 'unavailable', again: { why: 'points' } });
    const issueKey = newEpic(site.sandbox);
    expect(refusalText(await owner.move(issueKey, 'Start'))).toContain(`${issueKey} can't start yet`);
    await owner.done(issueKey, 'charter/get');
    // What a page of the report could not ask any more is told in the log.
    expect(site.logs.splice(0).every((line) => line.includes('too many questions'))).toBe(true);
  });
});

describe('a report read in two windows', () => {
  const site = useSite();

  test('is read once at a time: the later one first, then the earlier from where it was', async () => {
    for (let at = 0; at < 150; at += 1) newEpic(site.sandbox);
    const client = clientOf(site, 'u-coo');
    const page = async (cursor?: string) =>
      (
        await client.invoke('gap-report', 'report/page', cursor === undefined ? {} : { cursor }, {
          extension: { project: { key: 'EXP' } },
        })
      ).body as { ok: boolean; nextCursor?: string; error?: Refusal['error'] };
    const earlier = await page();
    const later = await page();
    expect(earlier).toMatchObject({ ok: true, nextCursor: expect.any(String) });
    expect(await page(earlier.nextCursor)).toMatchObject({
      ok: false,
      error: { code: 'unavailable', again: { why: 'read-elsewhere' } },
    });
    let { nextCursor } = later;
    while (nextCursor !== undefined) ({ nextCursor } = await page(nextCursor));
    expect(await page(earlier.nextCursor)).toMatchObject({ ok: true });
  });
});
