import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import { clientOf, type Client } from '../../support/client';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const disturb = (fault: Fault): void => site.sandbox.faults.add(fault);

/** Lives through a few minutes, so that whatever is tried again gets its turn. */
async function later(): Promise<void> {
  await site.sandbox.moveTo(site.sandbox.clock.now() + 10 * 60_000);
  await site.sandbox.drain();
}

/** The read-only fields as everybody sees them in Jira, by name. */
async function shadowOf(key: string): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await as('u-coo').get(`/rest/api/3/issue/${key}?expand=names`);
  const { names, fields } = body as { names: Record<string, string>; fields: Record<string, unknown> };
  const valueOf = (name: string): unknown =>
    fields[Object.keys(names).find((id) => names[id] === name) ?? 'missing'] ?? null;
  return { DRI: valueOf('DRI'), 'Waiting for': valueOf('Waiting for'), Gate: valueOf('Gate') };
}

const person = (accountId: string): unknown => expect.objectContaining({ accountId });

const settledShadow = { DRI: person('u-ops'), 'Waiting for': null, Gate: 'Ready' };

afterEach(() => {
  site.sandbox.faults.clear();
});

test('the fields follow every step', async () => {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  await site.sandbox.drain();
  expect(await shadowOf(key)).toEqual({
    DRI: null,
    'Waiting for': [person('u-ops')],
    Gate: 'Blocked',
  });
  await as('u-ops').done(key, 'dri/accept');
  await as('u-ops').done(key, 'dependencies/declare-none');
  await site.sandbox.drain();
  expect(await shadowOf(key)).toEqual(settledShadow);
});

test('with the queue down the promise is stored, and the next change brings the fields up to date', async () => {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  await site.sandbox.drain();
  disturb({ target: 'queue', status: 500 });
  await as('u-ops').done(key, 'dri/accept');
  await later();
  expect((await as('u-coo').done(key, 'charter/get')).charter.dri).toMatchObject({ status: 'accepted' });
  expect((await shadowOf(key))['DRI']).toBeNull();
  expect(site.logs.splice(0)).toEqual([
    expect.stringMatching(/^What follows a stored change could not be queued/),
    expect.stringMatching(/^Whether people were reached is looked at a day later/),
    expect.stringMatching(/^Whether people were reached is looked at a day later/),
  ]);

  site.sandbox.faults.clear();
  await as('u-ops').done(key, 'dependencies/declare-none');
  await site.sandbox.drain();
  expect(await shadowOf(key)).toEqual(settledShadow);
});

test.each<[string, Fault]>([
  ['Jira does not take the values', { target: 'jira', match: '/app/field/value', status: 503, times: 3 }],
  ['Jira limits our rate', { target: 'jira', match: '/app/field/value', status: 429, times: 2 }],
  ['storage cannot be read', { target: 'kvs', match: '/batch/get', status: 500, times: 2 }],
])('%s for a while: the fields follow later', async (_, fault) => {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  await as('u-ops').done(key, 'dri/accept');
  await site.sandbox.drain();
  // The command's own reads come first; the fault is for what follows.
  await as('u-ops').done(key, 'dependencies/declare-none');
  disturb(fault);
  await later();
  expect(await shadowOf(key)).toEqual(settledShadow);
});

test('every event twice and out of order: the same fields', async () => {
  disturb({ target: 'queue', duplicate: true });
  disturb({ target: 'queue', reorder: true });
  const keys = Array.from({ length: 5 }, () => newEpic(site.sandbox));
  await Promise.all(
    keys.map(async (key) => {
      await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
      await as('u-ops').done(key, 'dri/accept');
      await as('u-ops').done(key, 'dependencies/declare-none');
    }),
  );
  await later();
  for (const key of keys) expect(await shadowOf(key)).toEqual(settledShadow);
});

test('an item deleted meanwhile is left alone', async () => {
  const key = newEpic(site.sandbox);
  disturb({ target: 'jira', match: '/app/field/value', status: 500, times: 1 });
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  expect((await as('u-admin').send('DELETE', `/rest/api/3/issue/${key}`)).status).toBe(204);
  await later();
  expect(site.sandbox.queue.depth()).toEqual({ waiting: 0, due: 0, running: 0 });
});

describe('advice in coach mode', () => {
  beforeAll(() => changePolicy(site, 'TEAM', () => ({ mode: 'coach' })));

  test.each<[string, Fault]>([
    ['the comment is not taken', { target: 'jira', match: '/comment', status: 500, times: 1 }],
    ['the changelog cannot be read', { target: 'jira', match: '/changelog', status: 503, times: 1 }],
    ['the mover cannot be looked up', { target: 'jira', match: '/user/bulk', status: 429, times: 1 }],
    ['the passage cannot be written', { target: 'kvs', match: '/transaction', status: 500, times: 1 }],
  ])('%s the first time: it comes later, once', async (_, fault) => {
    const key = newEpic(site.sandbox, {}, 'TEAM');
    expect((await as('u-marketing').move(key, 'Start')).status).toBe(204);
    disturb(fault);
    await later();
    await later();
    const { body } = await as('u-marketing').get(`/rest/api/3/issue/${key}/comment`);
    expect((body as { comments: unknown[] }).comments).toHaveLength(1);
    const { history } = await as('u-marketing').done(key, 'charter/get');
    expect(history.filter(({ type }) => type === 'passage-recorded')).toHaveLength(1);
  });

  test('every event twice, and the comment refused at first: it comes once', async () => {
    const key = newEpic(site.sandbox, {}, 'TEAM');
    disturb({ target: 'queue', duplicate: true });
    disturb({ target: 'jira', match: '/comment', status: 500, times: 1 });
    expect((await as('u-marketing').move(key, 'Start')).status).toBe(204);
    await later();
    await later();
    const { body } = await as('u-marketing').get(`/rest/api/3/issue/${key}/comment`);
    expect((body as { comments: unknown[] }).comments).toHaveLength(1);
  });
});
