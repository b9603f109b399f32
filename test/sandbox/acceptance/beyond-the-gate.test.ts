import { clientOf, type Client } from '../../support/client';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const set = (switches: object) => as('u-admin').send('POST', '/sandbox/switches', switches);

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
}, 180_000);

const create = () =>
  as('u-coo').send('POST', '/rest/api/3/issue', {
    fields: { project: { key: 'EXP' }, issuetype: { name: 'Epic' }, summary: 'Brazil' },
  });

test.each(['no-key', 'key'] as const)(
  'a rule on the transition that makes items lets every item be made, whatever Jira tells it there: %s',
  async (createPayload) => {
    const workflow = site.sandbox.jira.workflowOf('EXP');
    site.sandbox.jira.configureRule(
      { workflowId: workflow?.id ?? '', transitionId: '1', moduleKey: 'transition-gate' },
      JSON.stringify({ checkpoint: 'start', mode: 'enforce' }),
    );
    await set({ createPayload });
    const before = site.sandbox.calls.since(0).next;
    expect((await create()).status).toBe(201);
    const { invocations, calls } = site.sandbox.calls.since(before);
    const asked = invocations.filter(({ kind }) => kind === 'validator');
    expect(asked).toHaveLength(1);
    expect(calls.filter(({ invocationId }) => invocationId === asked[0]?.invocationId)).toEqual([]);
  },
);

test('a lapsed licence holds no move back, keeps what passed, refuses changes and goes on showing', async () => {
  const start = () => as('u-coo').move('EXP-1', 'Start');
  expect((await start()).status).toBe(400);
  await set({ licence: 'inactive' });
  expect((await start()).status).toBe(204);
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
  await as('u-admin').send('POST', '/sandbox/drain');
  const panel = await as('u-coo').done('EXP-1', 'charter/get');
  expect(panel.charter.passages.at(-1)).toMatchObject({ reason: 'unlicensed' });
  const nominated = await as('u-coo').invoke(
    'agreement-panel',
    'dri/nominate',
    { accountId: 'u-ops' },
    { issueKey: 'EXP-1' },
  );
  expect(nominated.body).toMatchObject({ ok: false, error: { code: 'unlicensed' } });
  await set({ licence: 'active' });
  const again = await as('u-coo').invoke(
    'agreement-panel',
    'dri/nominate',
    { accountId: 'u-ops' },
    { issueKey: 'EXP-1' },
  );
  expect(again.body).not.toMatchObject({ error: { code: 'unlicensed' } });
});

test('an edit that no verdict can rest on never reaches the app', async () => {
  const edit = (fields: object) => as('u-coo').send('PUT', '/rest/api/3/issue/EXP-1', { fields });
  const heard = async (fields: object): Promise<number> => {
    const before = site.sandbox.calls.since(0).next;
    expect((await edit(fields)).status).toBe(204);
    await as('u-admin').send('POST', '/sandbox/drain');
    return site.sandbox.calls
      .since(before)
      .invocations.filter(({ moduleKey }) => moduleKey === 'issue-events').length;
  };
  expect(await heard({ summary: 'Another name' })).toBe(0);
  expect(await heard({ labels: ['one'] })).toBe(0);
  expect(await heard({ assignee: { accountId: 'u-ops' } })).toBe(1);
  expect(await heard({ customfield_10050: [{ accountId: 'u-ops' }] })).toBe(1);
});
