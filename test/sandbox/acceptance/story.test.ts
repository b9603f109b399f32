import { clientOf, refusalText, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';
import { onlyCounted } from '../../support/snapshot';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const coo = (): Client => as('u-coo');

const request = {
  providerAccountId: 'u-platform',
  deliverable: 'Partners sign in with their own accounts',
  acceptance: 'A partner of each market signs in to staging',
  neededBy: '2026-12-18',
  providerIssueKey: 'PLAT-1',
};

/** Tries `Start` as u-coo and expects a refusal that leaves issue, changelog and records byte by byte as they were. */
async function refused(): Promise<string> {
  const text = await onlyCounted(site.sandbox, async () => refusalText(await coo().move('EXP-1', 'Start')));
  expect(await coo().statusOf('EXP-1')).toBe('To Do');
  return text;
}

test('EXP-1: refused for two owners, an unmapped blocker and an unanswered request, then it starts', async () => {
  const shared = await refused();
  expect(shared).toContain('Mara Okonkwo');
  expect(shared).toContain('Jonas Lindqvist');
  expect(shared).toMatch(/pick one/i);
  expect(shared).toMatch(/^Holdfast: EXP-1 can't start yet\.\n1\. /);

  await coo().done('EXP-1', 'dri/nominate', { accountId: 'u-coo' });
  expect(await refused()).toMatch(/Mara Okonkwo was nominated and has not accepted/);
  await coo().done('EXP-1', 'dri/accept');

  const unmapped = await refused();
  expect(unmapped).toMatch(/^1\. PLAT-1 blocks this work item/m);
  expect(unmapped).not.toContain('Jonas');

  const asked = await coo().done('EXP-1', 'agreement/request', request);
  expect(asked.charter.agreements).toMatchObject([{ id: 'A1', status: 'requested' }]);

  const waiting = await refused();
  expect(waiting).toContain('Tomasz Wrona');
  expect(waiting).toContain('acknowledge');
  expect(waiting).toContain(request.deliverable);
  expect(waiting).not.toContain('PLAT-1');

  const answered = await as('u-platform').done('EXP-1', 'agreement/acknowledge', { agreementId: 'A1' });
  expect(answered.gate).toMatchObject({ verdict: 'pass', findings: [] });

  expect(await coo().move('EXP-1', 'Start')).toEqual({ status: 204, body: undefined });
  expect(await coo().statusOf('EXP-1')).toBe('In Progress');

  const { body } = await coo().get('/rest/api/3/issue/EXP-1/changelog');
  const { values } = body as {
    values: {
      author: { accountId: string };
      items: { field: string; fromString: string; toString: string }[];
    }[];
  };
  const moves = values.filter(({ items }) => items.some(({ field }) => field === 'status'));
  expect(moves).toMatchObject([
    { author: { accountId: 'u-coo' }, items: [{ fromString: 'To Do', toString: 'In Progress' }] },
  ]);
});

test('five things are missing: three are told, two are counted', async () => {
  const key = newEpic(site.sandbox);
  await coo().done(key, 'dri/nominate', { accountId: 'u-coo' });
  for (const deliverable of ['One', 'Two', 'Three', 'Four']) {
    await coo().done(key, 'agreement/request', { ...request, deliverable, providerIssueKey: undefined });
  }
  const lines = refusalText(await coo().move(key, 'Start')).split('\n');
  expect(lines.map((line) => line.slice(0, 2))).toEqual(['Ho', '1.', '2.', '3.', 'an']);
  expect(lines.at(-1)).toBe('and 2 more in the panel.');
});

test.each([
  ['EXP-2', 204],
  ['EXP-3', 400],
])('%s in the demo: Start answers %i', async (issueKey, status) => {
  expect((await coo().move(issueKey, 'Start')).status).toBe(status);
});

test('EXP-3 waits for the one person who was asked', async () => {
  const text = refusalText(await coo().move('EXP-3', 'Start'));
  expect(text).toContain('Tomasz Wrona');
  expect(text).toContain('Network and sign-in for the Mexico City office');
});

test('EXP-4, overdue: starts with a warning, and cannot finish', async () => {
  const { gate } = await coo().done('EXP-4', 'charter/get');
  expect(gate.findings).toMatchObject([{ rule: 'agreement.overdue', severity: 'warn', who: ['u-platform'] }]);
  expect((await coo().move('EXP-4', 'Start')).status).toBe(204);
  const text = await onlyCounted(site.sandbox, async () => refusalText(await coo().move('EXP-4', 'Finish')));
  expect(text).toMatch(/^Holdfast: EXP-4 can't finish yet\./);
  expect(text).toMatch(/overdue since Thu,? 19 Nov/);
  expect(await coo().statusOf('EXP-4')).toBe('In Progress');
});

test('issue types outside the policy move untouched', async () => {
  const { body } = await coo().send('POST', '/rest/api/3/search/jql', {
    jql: 'project = EXP AND issuetype = Story AND status = "To Do" ORDER BY key',
    fields: ['key'],
  });
  const [story] = (body as { issues: { key: string }[] }).issues;
  expect((await coo().move(story?.key ?? '', 'Start')).status).toBe(204);
});

test('a team-managed project is gated like any other', async () => {
  // TEAM-1 is in order; TEAM-2 has nobody.
  expect((await as('u-marketing').move('TEAM-1', 'Start')).status).toBe(204);
  const text = await onlyCounted(site.sandbox, async () =>
    refusalText(await as('u-marketing').move('TEAM-2', 'Start')),
  );
  expect(text).toMatch(/Nobody owns this work item/);
});
