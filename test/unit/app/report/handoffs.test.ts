import { policyFor } from '../../../../src/app/subject/policy-for';
import { reportHandoffs } from '../../../../src/app/report/handoffs';
import { acknowledged, asked, owner } from '../../../support/events';
import { blocker, epic, TYPES } from '../../../support/items';
import { world } from '../../../support/memory-ports';
import { COO, OPS, PLATFORM } from '../../../support/people';
import { EXPANSION, OPERATIONS, PLATFORM_TEAM, TEAMS } from '../../../support/teams';

const page = { accountId: COO, projectKey: 'EXP', scope: 'policy' as const };
const directory = { version: 1, teams: TEAMS };

it('tells of each open item what it waits for, and names to the two sides who is asked', async () => {
  const here = world(...owner(COO), asked('A1'), acknowledged('A1'), asked('A2', { providerAccountId: OPS }));
  here.jira.items.set('EXP-2', epic({ issueKey: 'EXP-2', issueId: '10002', blockers: [blocker('PLAT-1')] }));
  here.charters.directory.directory = directory;
  const { handoffs, people, expectedHours } = await reportHandoffs(page, here);
  expect(handoffs.items).toBe(2);
  expect(handoffs.lines).toMatchObject([
    { requester: EXPANSION, provider: PLATFORM_TEAM, state: 'acknowledged' },
    { requester: EXPANSION, provider: OPERATIONS, state: 'requested' },
    { requester: { projectKey: 'EXP' }, provider: { projectKey: 'PLAT' }, state: 'no-agreement' },
  ]);
  expect(handoffs.answers).toEqual([{ requester: EXPANSION, provider: PLATFORM_TEAM, hours: 0 }]);
  expect(Object.keys(people).sort()).toEqual([OPS, PLATFORM].sort());
  expect(expectedHours).toBe(24);
});

it('names whoever is asked to nobody but the two sides', async () => {
  const here = world(...owner(COO), asked('A1'), asked('A2', { providerAccountId: OPS }));
  here.charters.directory.directory = directory;
  const named = async (accountId: string): Promise<readonly unknown[]> => {
    const { handoffs, people } = await reportHandoffs({ ...page, accountId }, here);
    const told = handoffs.lines.flatMap(({ providerAccountId }) => providerAccountId ?? []);
    expect(Object.keys(people).sort()).toEqual([...told].sort());
    return told;
  };
  expect(await named('u-coo-colleague')).toEqual([PLATFORM, OPS]);
  expect(await named('u-ops-colleague')).toEqual([OPS]);
  expect(await named(PLATFORM)).toEqual([PLATFORM]);
  expect(await named('u-viewer')).toEqual([]);
});

it('expects no elapsed hours where the policy counts hours of work', async () => {
  const here = world();
  const policy = policyFor(await here.policies.read({ project: 'EXP', id: null }), null);
  here.charters.setPolicy('EXP', { ...policy, clocks: { ...policy.clocks, measure: 'working' } });
  expect(await reportHandoffs(page, here)).toMatchObject({ expectedHours: null });
});

it('reads a page with one search, one read of charters and one of people', async () => {
  const here = world(...owner(COO), asked('A1'));
  here.jira.items.set('EXP-1', epic({ people: {} }));
  for (let i = 2; i <= 100; i += 1)
    here.jira.items.set(`EXP-${i}`, epic({ issueKey: `EXP-${i}`, people: {} }));
  await reportHandoffs(page, here);
  expect(here.jira.calls).toEqual({ issueTypes: 1, projectId: 1, openItems: 1, workItems: 1, people: 1 });
  expect(here.charters.calls).toEqual({ readFor: 1 });
});

it('does not take over the promises of another item that had the key before', async () => {
  const here = world(asked('A1'));
  here.jira.items.set('EXP-1', epic({ issueId: '99999' }));
  expect((await reportHandoffs(page, here)).handoffs).toEqual({
    lines: [],
    answers: [],
    items: 1,
    notKnown: 0,
  });
});

it('is not found for people who may not browse, and empty where Jira knows no type of the policy', async () => {
  const here = world();
  here.jira.types = [];
  expect(await reportHandoffs(page, here)).toMatchObject({ handoffs: { items: 0 } });
  expect(here.jira.calls).not.toHaveProperty('openItems');
  here.jira.types = TYPES;
  here.jira.rights = { browse: false, administer: false };
  await expect(reportHandoffs(page, here)).rejects.toMatchObject({ refusal: { code: 'not-found' } });
});

it('has no line for what the viewer may not see, nor for items that the app may not see', async () => {
  const here = world();
  here.jira.items.set('EXP-1', epic({ blockers: [blocker('SEC-1'), blocker('PLAT-1')] }));
  here.jira.items.set('EXP-2', epic({ issueKey: 'EXP-2', blockers: [blocker('PLAT-2')] }));
  here.jira.hidden.add('SEC-1');
  here.jira.hiddenFromApp.add('EXP-2');
  const { handoffs } = await reportHandoffs(page, here);
  expect(handoffs).toMatchObject({ items: 2, notKnown: 1 });
  expect(handoffs.lines).toMatchObject([{ issueKey: 'EXP-1', providerIssueKey: 'PLAT-1' }]);
  expect(JSON.stringify(handoffs)).not.toMatch(/SEC|EXP-2/);
});
