import type { CharterRecord } from '../../../src/platform/storage/charter-record';
import { clientOf, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const set = (switches: object) => as('u-admin').send('POST', '/sandbox/switches', switches);
const drain = () => as('u-admin').send('POST', '/sandbox/drain');
const advance = (by: string) => as('u-admin').send('POST', '/sandbox/clock', { advance: by });

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
}, 180_000);

const parked = (): number =>
  [...site.sandbox.kvs.table({ kind: 'plain' }).entries()].filter(({ key }) => key.startsWith('parked:'))
    .length;
const reported = (since: number): number =>
  site.sandbox.calls.since(since).calls.filter(({ target }) => target === 'privacy').length;

test('a walk that needs more pushes than one chain may make goes on from the schedule, until it is done', async () => {
  await set({ pushesPerOrigin: 1 });
  const before = site.sandbox.calls.since(0).next;
  await as('u-admin').send('POST', '/sandbox/triggers/personal-data');
  await drain();
  expect(parked()).toBeGreaterThan(0);
  expect(reported(before)).toBe(0);
  for (let hour = 0; hour < 40 && reported(before) === 0; hour += 1) await advance('PT1H');
  expect(reported(before)).toBeGreaterThan(0);
  // One push is too few for everything else that an hour brings; what it left waits for more, and is not lost.
  await set({ pushesPerOrigin: 1_000 });
  for (let hour = 0; hour < 10 && parked() > 0; hour += 1) await advance('PT1H');
  expect(parked()).toBe(0);
  const invocations = site.sandbox.calls.since(before).invocations;
  expect(invocations.filter(({ kind, outcome }) => kind === 'consumer' && outcome === 'failed')).toEqual([]);
}, 300_000);

test('five hundred events a minute hold work up and lose none', async () => {
  // More than one push of the demo carries, and fewer than all of them together.
  await set({ eventsPerMinute: 8 });
  const { next } = site.sandbox.calls.since(0);
  await as('u-admin').send('POST', '/sandbox/triggers/weekly-review');
  await advance('PT3H');
  const refused = site.sandbox.calls.since(next).calls.filter(({ status }) => status === 429);
  expect(refused).not.toEqual([]);
  await set({ eventsPerMinute: 500 });
  await advance('PT24H');
  expect(site.sandbox.queue.depth().waiting).toBe(0);
  expect(parked()).toBe(0);
  // What was put off is said in the log, and is no defect.
  site.logs.splice(0);
}, 300_000);

test('what a minor deployment loses on its way is told all the same, once', async () => {
  const key = newEpic(site.sandbox, { summary: 'A launch in Peru' });
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-viewer' });
  await as('u-admin').send('POST', '/sandbox/upgrade', { minor: true });
  await advance('PT24H');
  const { body } = await as('u-admin').get('/sandbox/told?accountId=u-viewer&since=2026-11-23T00:00:00Z');
  const { told } = body as { told: readonly { readonly text: string }[] };
  expect(told.filter(({ text }) => text.includes(key))).toHaveLength(1);
}, 300_000);

test('after a minor deployment records of the former shape are read, looked after within the hour, and lost events made good', async () => {
  const key = newEpic(site.sandbox, { summary: 'A launch in Chile' });
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-ops',
    deliverable: 'A warehouse',
    acceptance: 'It takes the first pallet',
    neededBy: '2026-12-18',
  });
  await drain();
  await set({ eventDelay: 'PT3M' });
  expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
  // As the version before left them: a charter of the first shape, no row of anybody's commitments, and no mark of data.
  const charters = site.sandbox.kvs.table({ kind: 'entity', name: 'charter' });
  const found = charters.get(key);
  if (!found) throw new Error(`${key} has no charter`);
  const record = structuredClone(found.value) as CharterRecord;
  const { charter: kept } = record.charter;
  const agreements = kept.agreements.map(({ rounds: _rounds, ...rest }) => rest);
  charters.put({
    ...found,
    value: { ...record, schema: 1, charter: { ...record.charter, charter: { ...kept, agreements } } },
    attributes: { ...found.attributes, schema: 1 },
  });
  const rows = site.sandbox.kvs.table({ kind: 'entity', name: 'commitment' });
  for (const row of [...rows.entries()]) rows.remove(row.key);
  site.sandbox.kvs.table({ kind: 'plain' }).remove('data-version');
  await as('u-admin').send('POST', '/sandbox/upgrade', { minor: true });
  const seen = await as('u-coo').done(key, 'charter/get');
  expect(seen.charter.agreements).toMatchObject([{ id: 'A1', status: 'requested', rounds: 1 }]);
  await advance('PT2H');
  const list = await as('u-ops').invoke('my-commitments', 'commitments/list', {});
  expect(JSON.stringify(list.body)).toContain('A warehouse');
  await advance('P1D');
  const after = await as('u-coo').done(key, 'charter/get');
  expect(after.charter.passages).toMatchObject([{ reason: 'bypass' }]);
  site.logs.splice(0);
}, 300_000);
