import { clientOf, refusalCode, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

/** An epic that somebody owns, who says that nothing is needed from others. */
async function ownedBy(accountId: string): Promise<string> {
  const key = newEpic(site.sandbox);
  await as(accountId).done(key, 'dri/nominate', { accountId });
  await as(accountId).done(key, 'dri/accept');
  return key;
}

const rulesOf = async (key: string, accountId = 'u-coo'): Promise<readonly string[]> =>
  (await as(accountId).done(key, 'charter/get')).gate.findings
    .filter(({ severity }) => severity === 'block')
    .map(({ rule }) => rule);

const waiver = {
  rules: ['dependencies.undeclared'],
  reason: 'The customer signs on Friday',
  expiresAt: '2026-12-01T00:00:00.000Z',
};

/** Takes an item to another project, and answers the key it has there. */
async function moveTo(project: 'EXP' | 'HAND', key: string, mover: string): Promise<string> {
  const { body } = await as(mover).get(`/rest/api/3/issue/${key}?fields=issuetype`);
  const { id, fields } = body as { id: string; fields: { issuetype: { id: string } } };
  const moved = await as(mover).send('POST', '/rest/api/3/bulk/issues/move', {
    targetToSourcesMapping: {
      [`${project},${fields.issuetype.id}`]: {
        issueIdsOrKeys: [key],
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
      },
    },
  });
  expect(moved.status).toBe(201);
  return ((await as(mover).get(`/rest/api/3/issue/${id}`)).body as { key: string }).key;
}

test('a waiver stops counting for whoever granted it once they own the item, by whatever order', async () => {
  const key = await ownedBy('u-lead');
  expect(refusalCode(await as('u-lead').panel(key, 'waiver/grant', waiver))).toBe('waiver-for-oneself');
  await as('u-lead').done(key, 'dri/nominate', { accountId: 'u-sales' });
  await as('u-lead').done(key, 'waiver/grant', waiver);
  expect(await rulesOf(key)).toContain('dependencies.undeclared');
  await as('u-lead').done(key, 'dri/nominate', { accountId: 'u-lead' });
  await as('u-lead').done(key, 'dri/accept');
  expect((await as('u-lead').move(key, 'Start')).status).toBe(400);
  await as('u-lead').done(key, 'dri/nominate', { accountId: 'u-sales' });
  await as('u-sales').done(key, 'dri/accept');
  expect((await as('u-sales').move(key, 'Start')).status).toBe(204);
});

test('that nothing is needed counts for whoever said it, and the next owner says it anew', async () => {
  const key = await ownedBy('u-ops');
  await as('u-ops').done(key, 'dependencies/declare-none');
  expect(await rulesOf(key)).toEqual([]);
  await as('u-ops').done(key, 'dri/nominate', { accountId: 'u-sales' });
  await as('u-sales').done(key, 'dri/accept');
  expect(await rulesOf(key)).toEqual(['dependencies.undeclared']);
  expect((await as('u-sales').move(key, 'Start')).status).toBe(400);
  await as('u-sales').done(key, 'dependencies/declare-none');
  expect((await as('u-sales').move(key, 'Start')).status).toBe(204);
});

test('nobody takes an item over the head of its owner by moving it first', async () => {
  const key = await ownedBy('u-sales');
  await as('u-sales').done(key, 'dependencies/declare-none');
  const there = await moveTo('HAND', key, 'u-product');
  const taken = await as('u-product').panel(there, 'dri/nominate', { accountId: 'u-product' });
  expect(refusalCode(taken)).toBe('already-accepted');
  await site.sandbox.drain();
  const { charter, history } = await as('u-coo').done(there, 'charter/get');
  expect(charter.dri).toMatchObject({ accountId: 'u-sales', status: 'accepted' });
  expect(history.map(({ type }) => type)).not.toContain('step-set-aside');
});

test('the panel shows an item’s record at the first look after each of ten moves', async () => {
  let key = await ownedBy('u-sales');
  for (let turn = 0; turn < 10; turn += 1) {
    key = await moveTo(turn % 2 === 0 ? 'HAND' : 'EXP', key, 'u-product');
    const [first] = await Promise.all([
      as('u-coo').done(key, 'charter/get'),
      turn % 3 === 0 ? site.sandbox.drain() : undefined,
    ]);
    expect(first.charter.dri).toMatchObject({ accountId: 'u-sales', status: 'accepted' });
  }
});
