import { answerKvs } from '../../../packages/forge-sandbox/src/forge/kvs/api';
import { clientOf, refusalText, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

// Whether somebody lost access is proven where Jira answers the app about others.
const site = useSite({ switches: { checkOthers: 'allowed' } });
const as = (accountId: string): Client => clientOf(site, accountId);
const person = (accountId: string, change: object) =>
  as('u-admin').send('POST', `/sandbox/users/${accountId}`, change);

/** An epic of somebody's in which somebody else promised something. */
async function promisedBy(provider: string, dri = 'u-coo'): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: dri });
  await as(dri).done(key, 'dri/accept');
  await as(dri).done(key, 'agreement/request', {
    providerAccountId: provider,
    deliverable: 'A campaign',
    acceptance: 'It is on air',
    neededBy: '2026-12-18',
  });
  await as(provider).done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  await site.sandbox.drain();
  return key;
}

const promised = () => promisedBy('u-marketing', 'u-sales');

const rules = async (key: string): Promise<readonly string[]> =>
  (await as('u-coo').done(key, 'charter/get')).gate.findings.map(({ rule }) => rule);

/** Everything the app keeps, as text; who turned which page of a job is forgotten by itself and says nothing of anybody. */
const stored = (): string =>
  JSON.stringify(
    ['charter', 'ledger', 'policy', 'policy-version'].map((name) => [
      ...site.sandbox.kvs.table({ kind: 'entity', name }).entries(),
    ]),
  ) +
  JSON.stringify(
    [...site.sandbox.kvs.table({ kind: 'plain' }).entries()].filter(({ key }) => !key.startsWith('page:')),
  );

test('an owner and a provider who were deactivated are noticed, at the gate too, and replaced', async () => {
  const key = await promised();
  await person('u-sales', { active: false });
  await person('u-marketing', { active: false });
  expect(await rules(key)).toEqual(expect.arrayContaining(['owner.inactive', 'agreement.provider-inactive']));
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(
    /owns this work item, and the account is no longer active/,
  );
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
  // Page after page: the walk rests between some of them.
  for (let turn = 0; turn < 5; turn += 1) {
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
    await site.sandbox.drain();
  }
  expect(stored()).not.toMatch(/"u-(marketing|sales)"|erasing:/);
  const seen = await as('u-coo').done(key, 'charter/get');
  expect(seen.charter.agreements).toMatchObject([{ id: 'A1', status: 'acknowledged' }]);
  expect(seen.charter.dri?.accountId).toMatch(/^erased-\d+$/);
  expect(seen.history).toHaveLength(before);
  expect(JSON.stringify(seen)).toContain('a former colleague');
  expect(await rules(key)).toEqual(expect.arrayContaining(['owner.inactive', 'agreement.provider-inactive']));
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(
    /a former colleague owns this work item/i,
  );
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/reassign', { agreementId: 'A1', providerAccountId: 'u-ops' });
  await site.sandbox.drain();
});

test('a closed account leaves what waits in storage for its turn, and what is not about them is done all the same', async () => {
  const key = await promisedBy('u-cto');
  const issueId = site.sandbox.jira.issue(key)?.id ?? '';
  const bodies = [
    { kind: 'send-digest', accountId: 'u-cto', notices: [`${issueId}:acknowledge:u-cto`] },
    {
      kind: 'access-review',
      before: { run: 'r', owned: 1, lost: [{ issueKey: key, accountId: 'u-cto' }] },
    },
    { kind: 'gdpr-report', accounts: { 'u-cto': '2026-11-20T00:00:00.000Z' } },
    { kind: 'write-fields', issueKey: key },
  ];
  const at = '2026-11-23T00:00:00.000Z';
  const parked = site.sandbox.kvs.table({ kind: 'plain' });
  answerKvs(site.sandbox.kvs, '/api/v1/set', JSON.stringify({ key: 'parked:one', value: { at, bodies } }));
  await person('u-cto', { closed: true });
  await as('u-admin').send('POST', '/sandbox/triggers/personal-data');
  for (let turn = 0; turn < 5; turn += 1) {
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
    await site.sandbox.drain();
  }
  const left = JSON.stringify(parked.get('parked:one')?.value);
  expect(left).not.toContain('u-cto');
  expect(left).toMatch(/"accountId":"erased-\d+","notices":\["\d+:acknowledge:erased-\d+"\]/);
  expect(left).toContain('{"kind":"gdpr-report","accounts":{}}');
  await as('u-admin').send('POST', '/sandbox/triggers/sla-sweep');
  await site.sandbox.drain();
  expect(parked.get('parked:one')).toBeUndefined();
});

test('a closed account leaves the ledger as well, and every entry stays in its place', async () => {
  const key = await promisedBy('u-product');
  for (let n = 0; n < 62; n += 1) {
    const committedBy = new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10);
    const reason = 'The studio is late';
    await as('u-product').done(key, 'agreement/renegotiate', { agreementId: 'A1', committedBy, reason });
    await as('u-coo').done(key, 'agreement/answer-renegotiation', { agreementId: 'A1', accept: true });
  }
  const page = { before: 5 };
  const { body: before } = await as('u-coo').panel(key, 'history/page', page);
  await person('u-product', { closed: true });
  await as('u-admin').send('POST', '/sandbox/triggers/personal-data');
  await site.sandbox.drain();
  expect(stored()).not.toContain('"u-product"');
  const { body: after } = await as('u-coo').panel(key, 'history/page', page);
  const typesOf = (body: unknown) => (body as { events: { type: string }[] }).events.map(({ type }) => type);
  expect(typesOf(after)).toEqual(typesOf(before));
  expect(after).toMatchObject({ from: 0, events: { length: 5 } });
  expect(JSON.stringify(after)).toContain('a former colleague');
});

test('nobody is reported under a pseudonym, and a cycle without closed accounts writes nothing', async () => {
  await as('u-admin').send('POST', '/sandbox/triggers/personal-data');
  const before = stored();
  await site.sandbox.drain();
  expect(stored()).toBe(before);
});

test('a DRI who is proven on two days not to see the item is noticed, and may be replaced', async () => {
  const key = await promisedBy('u-platform', 'u-ops');
  const review = async () => {
    expect((await as('u-admin').send('POST', '/sandbox/triggers/weekly-review', {})).status).toBe(200);
    await site.sandbox.drain();
  };
  await review();
  expect(await rules(key)).not.toContain('owner.inactive');

  // Whoever set up the level let the app into it; otherwise the item is hidden from the app as well.
  site.sandbox.switches.change({ appRights: 'all' });
  const [level] = site.sandbox.jira.project('EXP')?.securityLevels ?? [];
  await as('u-lead').send('PUT', `/rest/api/3/issue/${key}`, { fields: { security: { id: level?.id } } });
  await review();
  await review();
  expect(await rules(key)).not.toContain('owner.inactive');
  site.sandbox.clock.jumpTo(site.sandbox.clock.now() + 24 * 3_600_000);
  await review();
  const { charter, gate } = await as('u-coo').done(key, 'charter/get');
  expect(charter.dri).toMatchObject({
    accountId: 'u-ops',
    status: 'accepted',
    lostAccessAt: expect.any(String),
  });
  expect(gate.findings[0]).toMatchObject({ rule: 'owner.inactive' });
  expect(gate.findings[0]?.what).toMatch(/Jira no longer shows it to them/);
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(/Give them access again/);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
});
