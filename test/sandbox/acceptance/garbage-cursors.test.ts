import { clientOf, type Client } from '../../support/client';
import { answerOf, enforce, refusalOf } from '../../support/enforced';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const EXP = { projectKey: 'EXP' };
const PERIOD = { from: '2026-09-01', to: '2026-11-22' };
const GADGET = { extension: { gadgetConfiguration: EXP } };

beforeAll(() => enforce(site, 'EXP'), 180_000);

const CALLS = [
  ['gap-report', 'report/page', {}, EXP],
  ['gap-report', 'report/page', { filter: { scope: 'all' } }, EXP],
  ['gap-report', 'report/handoffs', {}, EXP],
  ['gap-report', 'report/indicators', {}, EXP],
  ['gap-report', 'report/past', {}, EXP],
  ['gap-report', 'report/hands', {}, EXP],
  ['gap-gadget', 'report/gadget', {}, GADGET],
  ['project-policy', 'backtest/run', PERIOD, EXP],
  ['project-policy', 'policy/preview', {}, EXP],
  ['my-commitments', 'commitments/list', {}, {}],
] as const;

const payloadOf = async (call: string, payload: object): Promise<object> => {
  if (call !== 'policy/preview') return payload;
  const { policy } = await answerOf<{ policy: object }>(
    as('u-lead'),
    'project-policy',
    'policy/get',
    {},
    'EXP',
  );
  return { ...payload, policy };
};

test.each(CALLS)(
  '%s: %s with %j takes no cursor it did not give',
  async (moduleKey, call, payload, context) => {
    const sound = await payloadOf(call, payload);
    for (const cursor of ['', 'not a cursor', 'eyJvZmZzZXQiOjF9', '\u0000', 'x'.repeat(4000)]) {
      const error = await refusalOf(as('u-lead'), moduleKey, call, { ...sound, cursor }, context);
      expect([cursor.slice(0, 20), error]).toEqual([
        cursor.slice(0, 20),
        { code: 'invalid', field: 'cursor', message: expect.stringMatching(/^“cursor” must be the cursor/) },
      ]);
    }
  },
);

test('a cursor of one person is none for another', async () => {
  for (let n = 0; n < 101; n += 1)
    site.sandbox.jira.addIssue({
      project: 'EXP',
      type: 'Epic',
      values: { summary: `Epic ${n}`, reporter: 'u-coo' },
    });
  const { nextCursor } = await answerOf<{ nextCursor?: string }>(
    as('u-lead'),
    'gap-report',
    'report/page',
    {},
    'EXP',
  );
  expect(nextCursor).toEqual(expect.any(String));
  const error = await refusalOf(as('u-viewer'), 'gap-report', 'report/page', { cursor: nextCursor }, EXP);
  expect(error).toMatchObject({ code: 'invalid', field: 'cursor' });
  const other = await refusalOf(as('u-lead'), 'gap-report', 'report/past', { cursor: nextCursor }, EXP);
  expect(other).toMatchObject({ code: 'invalid', field: 'cursor' });
  expect(
    await answerOf(as('u-lead'), 'gap-report', 'report/page', { cursor: nextCursor }, 'EXP'),
  ).toMatchObject({ ok: true });
});

test('an outage is told as one, whatever the cursor', async () => {
  await as('u-admin').send('POST', '/sandbox/faults', { target: 'jira', match: 'search/jql', status: 500 });
  await as('u-admin').send('POST', '/sandbox/faults', { target: 'kvs', match: '*', status: 500 });
  for (const [moduleKey, call, payload, context] of CALLS.filter(([, name]) => name !== 'policy/preview')) {
    const error = await refusalOf(as('u-lead'), moduleKey, call, { ...payload, cursor: 'x' }, context);
    expect([call, error.code]).toEqual([call, 'unavailable']);
  }
  await as('u-admin').send('DELETE', '/sandbox/faults');
  site.logs.splice(0);
});
