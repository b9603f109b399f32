import { costOf, only } from '../../support/calls';
import { clientOf, type Client } from '../../support/client';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

const calls = [
  ['report/page', {}],
  ['report/page', { filter: { scope: 'all' } }],
  ['report/indicators', {}],
  ['report/drift', {}],
  ['report/handoffs', {}],
  ['report/handoffs', { scope: 'all' }],
] as const;

/** Every answer of the report in EXP, as text; the moment it was given is not part of what it says. */
const everything = async (accountId: string): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (const [call, payload] of calls) {
    const { status, body } = await as(accountId).invoke('gap-report', call, payload, { projectKey: 'EXP' });
    expect([call, status, body]).toEqual([call, 200, expect.objectContaining({ ok: true })]);
    answers.push(JSON.stringify({ ...(body as object), now: undefined }));
  }
  return answers;
};

test('nobody learns from any call of the report that there is an item they may not see', async () => {
  // Whoever set up the level let the app into it; otherwise its verdict is not known, to anybody.
  site.sandbox.switches.change({ appRights: 'all' });
  // EXP-11 is for the leads; its owner is asked for something, and so is somebody else by it.
  await as('u-coo').done('EXP-11', 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done('EXP-11', 'dri/accept');
  await as('u-coo').done('EXP-11', 'agreement/request', {
    providerAccountId: 'u-ops',
    deliverable: 'Rooms for the new team',
    acceptance: 'They have moved in',
    neededBy: '2026-12-18',
  });
  await site.sandbox.drain();
  const [seen, unseen] = [await everything('u-coo'), await everything('u-product')];
  const told = (answers: readonly string[]) => answers.filter((answer) => answer.includes('EXP-11')).length;
  expect([told(seen), told(unseen)]).toEqual([4, 0]);

  expect((await as('u-lead').send('DELETE', '/rest/api/3/issue/EXP-11')).status).toBe(204);
  await site.sandbox.drain();
  expect(await everything('u-product')).toEqual(unseen);
  expect(await everything('u-coo')).not.toEqual(seen);
});

test('a page of handoffs takes at most twelve calls', async () => {
  const costs = await costOf(site, () =>
    as('u-coo').invoke('gap-report', 'report/handoffs', { scope: 'all' }, { projectKey: 'HAND' }),
  );
  expect(only(costs, 'resolver').calls.length).toBeLessThanOrEqual(12);
});
