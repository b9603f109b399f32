import { clientOf, type Client } from '../../support/client';
import { costOf, gateReads, only, type Cost } from '../../support/calls';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

const costOfMove = async (issueKey: string, transition: string): Promise<Cost> =>
  gateReads(only(await costOf(site, () => as('u-coo').move(issueKey, transition)), 'validator'));

const describeCalls = ({ calls }: Cost): string[] => calls.map(({ target, path }) => `${target} ${path}`);

/** Each step of the story, and what the gate then costs. */
const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['nobody owns it', () => Promise.resolve()],
  ['one is nominated', () => as('u-coo').done('EXP-1', 'dri/nominate', { accountId: 'u-coo' })],
  ['they accepted', () => as('u-coo').done('EXP-1', 'dri/accept')],
  [
    'an agreement is asked for',
    () =>
      as('u-coo').done('EXP-1', 'agreement/request', {
        providerAccountId: 'u-platform',
        deliverable: 'Partners sign in',
        acceptance: 'One signs in',
        neededBy: '2026-12-18',
        providerIssueKey: 'PLAT-1',
      }),
  ],
  [
    'it is acknowledged',
    () => as('u-platform').done('EXP-1', 'agreement/acknowledge', { agreementId: 'A1' }),
  ],
];

test('a gated transition costs one wave of at most three calls, in every state of the story', async () => {
  for (const [state, step] of steps) {
    await step();
    await site.sandbox.drain();
    const cost = await costOfMove('EXP-1', 'Start');
    expect([state, cost.waves]).toEqual([state, 1]);
    expect(cost.calls.length).toBeLessThanOrEqual(3);
    expect(new Set(cost.calls.map(({ as: who }) => who))).toEqual(new Set(['app']));
  }
  expect(await as('u-coo').statusOf('EXP-1')).toBe('In Progress');
});

test.each(['EXP-2', 'EXP-3'])('%s: one wave', async (issueKey) => {
  const cost = await costOfMove(issueKey, 'Start');
  expect(cost.waves).toBe(1);
  expect(cost.calls.length).toBeLessThanOrEqual(3);
});

test('however many agreements, the gate makes the same two calls', async () => {
  const key = newEpic(site.sandbox);
  const before = describeCalls(await costOfMove(key, 'Start'));
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  for (let n = 1; n <= 50; n += 1) {
    await as('u-coo').done(key, 'agreement/request', {
      providerAccountId: n % 2 ? 'u-platform' : 'u-ops',
      deliverable: `Promise ${n}`,
      acceptance: 'It is there',
      neededBy: '2026-12-18',
    });
  }
  await site.sandbox.drain();
  const cost = await costOfMove(key, 'Start');
  expect(cost.waves).toBe(1);
  expect(describeCalls(cost)).toEqual(before.map((call) => call.replace(/EXP-\d+/, key)));
  expect(before.length).toBe(2);
});

test('whoever acknowledged comes with the item’s own fields: one wave also on the way to Done', async () => {
  await as('u-coo').move('EXP-4', 'Start');
  await site.sandbox.drain();
  const cost = await costOfMove('EXP-4', 'Finish');
  expect(cost.calls.length).toBe(2);
  expect(cost.waves).toBe(1);
});

test.each([
  // Names of people whom no field of the issue mentions may take a second one.
  ['EXP-3', 'nobody promised yet', 2, 4],
  // What a promise rests on is three reads beside the names; then whether the reader may see the provider's own issue.
  ['EXP-2', 'promised, with an issue that the promise names', 3, 8],
])('the panel of %s, which is %s, paints after one invocation', async (issueKey, _, mostWaves, mostCalls) => {
  const costs = await costOf(site, () => as('u-viewer').done(issueKey, 'charter/get'));
  expect(costs.map(({ invocation }) => invocation.kind)).toEqual(['resolver']);
  const { calls, waves } = only(costs, 'resolver');
  expect(waves).toBeLessThanOrEqual(mostWaves);
  expect(calls.length).toBeLessThanOrEqual(mostCalls);
});

test('a command costs one wave of reads and one write', async () => {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'gap/raise', { what: 'The record has begun' });
  await site.sandbox.drain();
  const costs = await costOf(site, () => as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' }));
  const { calls } = only(costs, 'resolver');
  const writes = calls.filter(({ path }) => path.endsWith('/transaction'));
  expect(writes.length).toBe(1);
  const reads = calls.filter(({ target, path }) => target !== 'queue' && !path.endsWith('/transaction'));
  const firstAnswer = Math.min(...reads.map(({ endedAt }) => endedAt ?? Infinity));
  expect(reads.every(({ startedAt }) => startedAt < firstAnswer)).toBe(true);
});

test('the first command on an item asks once more, whether its record lies under a key it had before', async () => {
  const key = newEpic(site.sandbox);
  const { calls } = only(
    await costOf(site, () => as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' })),
    'resolver',
  );
  expect(calls.filter(({ path }) => path.endsWith('/entity/query'))).toHaveLength(1);
});

test('a report page of 32 items takes at most twelve calls, three of them about its own run and Jira’s points', async () => {
  const costs = await costOf(site, () =>
    as('u-lead').invoke('gap-report', 'report/page', { filter: { scope: 'all' } }, { projectKey: 'HAND' }),
  );
  expect(only(costs, 'resolver').calls.length).toBeLessThanOrEqual(12);
});
