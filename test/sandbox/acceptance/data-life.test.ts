import type { Space } from '../../../packages/forge-sandbox/src/forge/kvs/store';
import type { CharterRecord } from '../../../src/platform/storage/charter-record';
import { clientOf, refusalCode, succeeded, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const CHARTERS: Space = { kind: 'entity', name: 'charter' };

const request = {
  providerAccountId: 'u-platform',
  deliverable: 'A cluster',
  acceptance: 'It answers on its address',
  neededBy: '2026-12-18',
};

/** An epic of u-coo's in which u-platform promised something. */
async function promised(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', request);
  await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  await site.sandbox.drain();
  return key;
}

const recordOf = (key: string) =>
  site.sandbox.kvs.table(CHARTERS).get(key)?.value as CharterRecord | undefined;

/** Lays a record over the one that is there, as another version of the app would have written it. */
function rewrite(key: string, change: (record: CharterRecord) => object): void {
  const found = site.sandbox.kvs.table(CHARTERS).get(key);
  if (!found) throw new Error(`${key} has no charter`);
  const value = change(structuredClone(found.value) as CharterRecord);
  const { charter: _charter, ...attributes } = value as CharterRecord;
  site.sandbox.kvs
    .table(CHARTERS)
    .put({ ...found, value, attributes: { ...found.attributes, ...attributes } });
}

async function gateField(key: string): Promise<unknown> {
  const { body } = await as('u-coo').get(`/rest/api/3/issue/${key}?expand=names`);
  const { fields, names } = body as { fields: Record<string, unknown>; names: Record<string, string> };
  const id = Object.entries(names).find(([, name]) => name === 'Gate')?.[0];
  return id === undefined ? undefined : fields[id];
}

test('a new item says from the start what it waits for', async () => {
  const { body } = await as('u-coo').send('POST', '/rest/api/3/issue', {
    fields: { project: { key: 'EXP' }, issuetype: { name: 'Epic' }, summary: 'New' },
  });
  await site.sandbox.drain();
  expect(await gateField((body as { key: string }).key)).toBe('Blocked');
});

test('what was promised outlives the item: both sides go on, nobody else learns of it', async () => {
  const key = await promised();
  expect((await as('u-admin').send('DELETE', `/rest/api/3/issue/${key}`)).status).toBe(204);
  await site.sandbox.drain();
  expect(recordOf(key)?.charter.charter.itemDeletedAt).toEqual(expect.any(String));
  expect(
    refusalCode(await as('u-ops').panel(key, 'agreement/withdraw', { agreementId: 'A1', reason: 'x' })),
  ).toBe('not-found');
  expect(refusalCode(await as('u-coo').panel(key, 'charter/get'))).toBe('not-found');
  const delivered = await as('u-platform').panel(key, 'agreement/deliver', {
    agreementId: 'A1',
    evidence: 'It runs',
  });
  expect(Object.keys(delivered.body as object)).toEqual(['ok', 'agreement', 'people', 'seen', 'now']);
  const accepted = await as('u-coo').panel(key, 'agreement/accept-delivery', { agreementId: 'A1' });
  expect(accepted.body).toMatchObject({ ok: true, agreement: { status: 'accepted' } });
  await site.sandbox.drain();
});

test('a record of schema 2 is read, and written as today’s at the next change', async () => {
  const key = await promised();
  rewrite(key, (record) => ({ ...record, schema: 2 }));
  const seen = await as('u-coo').done(key, 'charter/get');
  expect(seen.charter.agreements).toMatchObject([{ id: 'A1', status: 'acknowledged' }]);
  expect(recordOf(key)?.schema).toBe(2);
  await as('u-platform').done(key, 'agreement/deliver', { agreementId: 'A1', evidence: 'It runs' });
  expect(recordOf(key)?.schema).toBe(3);
});

test('a record of schema 1, which kept less of an agreement, is read out of its history', async () => {
  const key = await promised();
  rewrite(key, (record) => ({
    ...record,
    schema: 1,
    charter: {
      ...record.charter,
      charter: {
        ...record.charter.charter,
        agreements: record.charter.charter.agreements.map(({ rounds: _rounds, ...rest }) => rest),
      },
    },
  }));
  const seen = await as('u-coo').done(key, 'charter/get');
  expect(seen.charter.agreements).toMatchObject([{ id: 'A1', status: 'acknowledged', rounds: 1 }]);
  await as('u-platform').done(key, 'agreement/deliver', { agreementId: 'A1', evidence: 'It runs' });
  expect(recordOf(key)?.schema).toBe(3);
});

test('a record of a newer version is refused by panel and gate, and left as it is', async () => {
  const key = await promised();
  rewrite(key, (record) => ({ ...record, schema: 99 }));
  const before = JSON.stringify(recordOf(key));
  expect(succeeded((await as('u-coo').panel(key, 'charter/get')).body)).toBe(false);
  expect(succeeded((await as('u-coo').panel(key, 'dri/decline', { reason: 'x' })).body)).toBe(false);
  const moved = await as('u-coo').move(key, 'Start');
  expect(moved.status).toBe(400);
  expect(JSON.stringify(recordOf(key))).toBe(before);
  expect(site.logs.splice(0).join(' ')).toMatch(/schema 99/);
});

/** Moves an item to another project, as Jira's own dialog does. Returns its new key. */
async function moveTo(project: string, key: string): Promise<string> {
  const types = await as('u-coo').get('/rest/api/3/issuetype');
  const epic = (types.body as { id: string; name: string }[]).find(({ name }) => name === 'Epic')?.id;
  const { id } = (await as('u-coo').get(`/rest/api/3/issue/${key}`)).body as { id: string };
  const moved = await as('u-coo').send('POST', '/rest/api/3/bulk/issues/move', {
    targetToSourcesMapping: {
      [`${project},${epic}`]: {
        issueIdsOrKeys: [key],
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
      },
    },
  });
  expect(moved.status).toBe(201);
  return ((await as('u-coo').get(`/rest/api/3/issue/${id}`)).body as { key: string }).key;
}

test('an item that moves takes its charter, its history and its fields along', async () => {
  const key = await promised();
  const there = await moveTo('PLAT', key);
  await site.sandbox.drain();
  const seen = await as('u-coo').done(there, 'charter/get');
  expect(seen.charter.agreements).toMatchObject([{ id: 'A1', status: 'acknowledged' }]);
  expect(seen.history.at(-1)).toMatchObject({ type: 'item-moved', from: key, to: there, by: 'holdfast' });
  expect(recordOf(key)).toBeUndefined();
  expect(recordOf(there)).toMatchObject({ projectKey: 'PLAT' });
  // The former key goes on leading there.
  await as('u-platform').done(key, 'agreement/deliver', { agreementId: 'A1', evidence: 'It runs' });
  expect(recordOf(key)).toBeUndefined();
});

test('whoever opens a moved item before anything was told finds its charter', async () => {
  const key = await promised();
  const there = await moveTo('PLAT', key);
  const seen = await as('u-coo').done(there, 'charter/get');
  expect(seen.charter.agreements).toMatchObject([{ id: 'A1', status: 'acknowledged' }]);
  await site.sandbox.drain();
  const { history } = await as('u-coo').done(there, 'charter/get');
  expect(history.filter(({ type }) => type === 'item-moved')).toHaveLength(1);
});

test('moves told twice and out of order leave one charter, where the item is', async () => {
  const key = await promised();
  await as('u-coo').send('POST', '/sandbox/faults', { target: 'queue', duplicate: true, reorder: true });
  const there = await moveTo('PLAT', key);
  const back = await moveTo('EXP', there);
  await site.sandbox.drain();
  await as('u-coo').send('DELETE', '/sandbox/faults');
  expect((await as('u-coo').done(back, 'charter/get')).charter.agreements).toHaveLength(1);
  expect([recordOf(key), recordOf(there)]).toEqual([undefined, undefined]);
});

test('a clone begins with nothing, also where boards look', async () => {
  const key = await promised();
  const { body } = await as('u-coo').send('POST', `/sandbox/issues/${key}/clone`);
  const { key: clone } = body as { key: string };
  await site.sandbox.drain();
  const { charter, history } = await as('u-coo').done(clone, 'charter/get');
  expect([charter.dri, charter.agreements, history]).toEqual([null, [], []]);
  expect(await gateField(clone)).toBe('Blocked');
  expect(await gateField(clone)).not.toBe(await gateField(key));
});

test('a project in the recycle bin keeps its promises open; restored, its items are as before', async () => {
  const key = await promised();
  expect((await as('u-admin').send('DELETE', '/rest/api/3/project/EXP')).status).toBe(204);
  await site.sandbox.drain();
  expect(recordOf(key)?.charter.charter.itemDeletedAt).toEqual(expect.any(String));
  const delivered = await as('u-platform').panel(key, 'agreement/deliver', {
    agreementId: 'A1',
    evidence: 'It runs',
  });
  expect(delivered.body).toMatchObject({ ok: true, agreement: { status: 'delivered' } });
  expect((await as('u-admin').send('POST', '/rest/api/3/project/EXP/restore')).status).toBe(200);
  await site.sandbox.drain();
  const { charter, history } = await as('u-coo').done(key, 'charter/get');
  expect(charter).not.toHaveProperty('itemDeletedAt');
  expect(charter.agreements).toMatchObject([{ status: 'delivered' }]);
  expect(history.map(({ type }) => type).slice(-3)).toEqual([
    'item-deleted',
    'agreement-delivered',
    'item-restored',
  ]);
});
