import { clientOf, refusalText, type Client } from '../../support/client';
import { enforce } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';

/** Time runs, because Jira's answer to a burst is to come again in a second. */
const site = useSite({ ticking: true });
const as = (accountId: string): Client => clientOf(site, accountId);
const set = (requestsPerSecond: number) =>
  as('u-admin').send('POST', '/sandbox/switches', { requestsPerSecond });
const MOVES = 7;

const asksOf = (since: number) =>
  site.sandbox.calls.since(since).calls.filter(({ target }) => target === 'jira');

beforeAll(() => enforce(site, 'EXP'));
beforeEach(() => set(1_000_000));

/** Epics that may start, as far as the policy asks. */
async function ready(count: number): Promise<readonly string[]> {
  const keys = Array.from({ length: count }, () => newEpic(site.sandbox));
  for (const key of keys) {
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'dri/accept');
    await as('u-coo').done(key, 'dependencies/declare-none');
  }
  await site.sandbox.drain();
  return keys;
}

test('moves that come all at once pass a little later, where an endpoint takes four requests a second', async () => {
  const keys = await ready(MOVES);
  await set(4);
  const since = site.sandbox.calls.since(0).next;
  const replies = await Promise.all(keys.map((key) => as('u-coo').move(key, 'Start')));
  const asks = asksOf(since);
  const putOff = asks.filter(({ status }) => status === 429);
  expect(putOff.length).toBeGreaterThan(0);
  // Whoever was put off came again from the same run, and only after three times said so.
  for (const { invocationId, path } of putOff) {
    const same = asks.filter((one) => one.invocationId === invocationId && one.path === path);
    expect(same.at(-1)?.status !== 429 || same.length === 3).toBe(true);
  }
  const passed = replies.filter(({ status }) => status === 204);
  expect(passed.length).toBeGreaterThan(4);
  for (const reply of replies.filter(({ status }) => status !== 204))
    expect(refusalText(reply)).toMatch(/Jira asks Holdfast to wait/);
  site.logs.splice(0);
}, 60_000);

test('without a burst nothing is asked twice', async () => {
  const keys = await ready(MOVES);
  const since = site.sandbox.calls.since(0).next;
  await Promise.all(keys.map((key) => as('u-coo').move(key, 'Start')));
  expect(asksOf(since).filter(({ status }) => status === 429)).toEqual([]);
}, 60_000);

test('where the burst does not end, the gate says that Jira asks to wait, and holds the move', async () => {
  const [key = ''] = await ready(1);
  await set(0);
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(/Jira asks Holdfast to wait/);
  site.logs.splice(0);
  await set(1_000_000);
  expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
}, 60_000);
