import { clientOf, refusalText, type Client } from '../../support/client';
import { enforce } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const OPEN = 1_000_000;
const set = (requestsPerSecond: number): void => site.sandbox.switches.change({ requestsPerSecond });

const asksSince = (since: number) =>
  site.sandbox.calls.since(since).calls.filter(({ target }) => target === 'jira');

beforeAll(() => enforce(site, 'EXP'));
afterEach(() => set(OPEN));

/** An epic that may start, as far as the policy asks. */
async function ready(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'dependencies/declare-none');
  await site.sandbox.drain();
  return key;
}

test('a move that comes in a burst passes a moment later: the gate asks again when Jira said it may', async () => {
  const key = await ready();
  const since = site.sandbox.calls.since(0).next;
  set(0);
  const moving = as('u-coo').move(key, 'Start');
  // Time stands still here: the second is over as soon as the gate was put off.
  while (!asksSince(since).some(({ status }) => status === 429))
    await new Promise((resolve) => setTimeout(resolve, 5));
  set(OPEN);
  expect((await moving).status).toBe(204);
  const asks = asksSince(since);
  const [putOff] = asks.filter(({ status }) => status === 429);
  const same = asks.filter((one) => one.invocationId === putOff?.invocationId && one.path === putOff?.path);
  expect(same.map(({ status }) => status)).toEqual([429, 200]);
}, 180_000);

test('without a burst nothing is put off', async () => {
  const key = await ready();
  const since = site.sandbox.calls.since(0).next;
  expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
  expect(asksSince(since).filter(({ status }) => status === 429)).toEqual([]);
}, 180_000);

test('where the burst does not end, the gate says that Jira asks to wait, and holds the move', async () => {
  const key = await ready();
  set(0);
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(/Jira asks Holdfast to wait/);
  site.logs.splice(0);
  set(OPEN);
  expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
}, 180_000);
