import { clientOf, refusalText, type Client } from '../../support/client';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

async function owned(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await site.sandbox.drain();
  return key;
}

const reinstall = async (relink: boolean) => {
  expect((await as('u-admin').send('POST', '/sandbox/reinstall', { relink })).status).toBe(200);
  await site.sandbox.drain();
};

test('a new installation starts empty and works, beside what its fields said before', async () => {
  const key = await owned();
  await reinstall(false);
  const seen = await as('u-coo').done(key, 'charter/get');
  expect([seen.charter.dri, seen.history]).toEqual([null, []]);
  // Nothing is held before somebody decides so again.
  await changePolicy(site, 'EXP', () => ({ mode: 'enforce' }));
  // The field still names the owner of the former installation; the gate does not believe it.
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(/owner|responsible|nominate/i);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-cto' });
  await site.sandbox.drain();
  expect((await as('u-coo').done(key, 'charter/get')).charter.dri).toMatchObject({ accountId: 'u-cto' });
});

test('relinked to its data, everything is there again', async () => {
  const key = await owned();
  await reinstall(true);
  expect((await as('u-coo').done(key, 'charter/get')).charter.dri).toMatchObject({ status: 'accepted' });
});

test('an upgrade finds what moved while nobody listened', async () => {
  const key = await owned();
  const table = site.sandbox.kvs.table({ kind: 'entity', name: 'charter' });
  const record = table.get(key);
  if (!record) throw new Error('no charter');
  // As after a move that no trigger heard: the charter lies under a key the item does not have.
  table.remove(key);
  table.put({ ...record, key: 'EXP-99999' });
  expect((await as('u-admin').send('POST', '/sandbox/upgrade')).status).toBe(200);
  await site.sandbox.drain();
  expect(table.get('EXP-99999')).toBeUndefined();
  expect(table.get(key)).toHaveProperty('value.charter');
});
