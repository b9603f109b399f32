import { clientOf, refusalText, type Client } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const person = (accountId: string, change: object) =>
  as('u-admin').send('POST', `/sandbox/users/${accountId}`, change);

/** An epic of u-sales, with a brief, in which u-marketing promised something. */
async function promised(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-sales' });
  await as('u-sales').done(key, 'dri/accept');
  await as('u-sales').done(key, 'agreement/request', {
    providerAccountId: 'u-marketing',
    deliverable: 'A campaign',
    acceptance: 'It is on air',
    neededBy: '2026-12-18',
  });
  await as('u-marketing').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  await site.sandbox.drain();
  return key;
}

const rules = async (key: string): Promise<readonly string[]> =>
  (await as('u-coo').done(key, 'charter/get')).gate.findings.map(({ rule }) => rule);

/** Everything the app keeps, as text. */
const stored = (): string =>
  JSON.stringify(
    ['charter', 'ledger', 'policy', 'policy-version'].map((name) => [
      ...site.sandbox.kvs.table({ kind: 'entity', name }).entries(),
    ]),
  ) + JSON.stringify([...site.sandbox.kvs.table({ kind: 'plain' }).entries()]);

test('an owner and a provider who were deactivated are noticed, at the gate too, and replaced', async () => {
  const key = await promised();
  await person('u-sales', { active: false });
  await person('u-marketing', { active: false });
  expect(await rules(key)).toEqual(expect.arrayContaining(['owner.inactive', 'agreement.provider-inactive']));
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(/\S/);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/reassign', { agreementId: 'A1', providerAccountId: 'u-ops' });
  expect(await rules(key)).not.toContain('owner.inactive');
  expect(await rules(key)).not.toContain('agreement.provider-inactive');
  await person('u-sales', { active: true });
  await person('u-marketing', { active: true });
  await site.sandbox.drain();
});

test('a closed account leaves every record within a cycle; what was promised stays', async () => {
  const key = await promised();
  const before = (await as('u-coo').done(key, 'charter/get')).history.length;
  expect(stored()).toContain('"u-marketing"');
  await person('u-marketing', { closed: true });
  await person('u-sales', { closed: true });
  const fired = await as('u-admin').send('POST', '/sandbox/triggers/personal-data');
  expect(fired.status).toBe(200);
  await site.sandbox.drain();
  expect(stored()).not.toMatch(/"u-(marketing|sales)"|erasing:/);
  const seen = await as('u-coo').done(key, 'charter/get');
  expect(seen.charter.agreements).toMatchObject([{ id: 'A1', status: 'acknowledged' }]);
  expect(seen.charter.dri?.accountId).toMatch(/^erased-\d+$/);
  expect(seen.history).toHaveLength(before);
  expect(JSON.stringify(seen)).toContain('a former colleague');
  expect(await rules(key)).toEqual(expect.arrayContaining(['owner.inactive', 'agreement.provider-inactive']));
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(/\S/);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/reassign', { agreementId: 'A1', providerAccountId: 'u-ops' });
  await site.sandbox.drain();
});

test('nobody is reported under a pseudonym, and a cycle without closed accounts writes nothing', async () => {
  await as('u-admin').send('POST', '/sandbox/triggers/personal-data');
  const before = stored();
  await site.sandbox.drain();
  expect(stored()).toBe(before);
});
