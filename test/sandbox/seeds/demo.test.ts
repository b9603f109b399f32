import { demoMembers, seedJiraDemo } from '../../../dev/seed/jira-demo';
import { keysOf, openWorld } from '../../../packages/forge-sandbox/test/jira/helpers';

const site = openWorld({}, seedJiraDemo);

test('EXP-1 is an epic in To Do with two co-leads, no assignee, blocked by PLAT-1', async () => {
  const { body } = await site.call('u-coo', 'GET', '/issue/EXP-1');
  expect(body).toMatchObject({
    fields: {
      issuetype: { name: 'Epic', hierarchyLevel: 1 },
      status: { name: 'To Do' },
      assignee: null,
      customfield_10050: [{ accountId: 'u-coo' }, { accountId: 'u-cto' }],
      issuelinks: [{ type: { inward: 'is blocked by' }, inwardIssue: { key: 'PLAT-1' } }],
    },
  });
});

test('EXP-2 to EXP-4 are assigned epics in To Do', async () => {
  const jql =
    'key in (EXP-2, EXP-3, EXP-4) and issuetype = Epic and status = "To Do" and assignee is not empty order by key';
  expect(await keysOf(site, 'u-viewer', jql)).toEqual(['EXP-2', 'EXP-3', 'EXP-4']);
});

test.each(['EXP', 'TEAM'])(
  'in %s Start and Finish carry the gate with their checkpoints, other moves are free',
  (project) => {
    expect(
      site.jira
        .rules(project)
        .map(({ transition, rule, from, to }) => [
          transition.name,
          rule.moduleKey,
          rule.configuration,
          from === 'any' ? [] : from.map((status) => status.name),
          to?.name,
        ]),
    ).toEqual([
      ['Start', 'transition-gate', { checkpoint: 'start', savedMode: 'enforce' }, ['To Do'], 'In Progress'],
      [
        'Finish',
        'transition-gate',
        { checkpoint: 'finish', savedMode: 'enforce' },
        ['In Progress', 'In Review'],
        'Done',
      ],
    ]);
  },
);

test('TEAM is team-managed and has statuses of its own', () => {
  expect(site.jira.project('TEAM')?.style).toBe('next-gen');
  const shared = site.jira
    .workflowOf('EXP')
    ?.statusIds.filter((id) => site.jira.workflowOf('TEAM')?.statusIds.includes(id));
  expect(shared).toEqual([]);
});

test('no two people share a first or a last name', () => {
  const words = site.jira.users().flatMap((user) => user.displayName.split(' '));
  expect(new Set(words).size).toBe(words.length);
});

test('members work in all four projects', async () => {
  for (const member of demoMembers) {
    for (const key of ['EXP-1', 'PLAT-1', 'HAND-1', 'TEAM-1']) {
      const { body } = await site.call(
        member,
        'GET',
        `/mypermissions?permissions=TRANSITION_ISSUES&issueKey=${key}`,
      );
      expect(body).toMatchObject({ permissions: { TRANSITION_ISSUES: { havePermission: true } } });
    }
  }
});

test('HAND has work in each of sixteen weeks', async () => {
  for (let week = 1; week <= 16; week += 1) {
    const label = `week-${String(week).padStart(2, '0')}`;
    expect(await keysOf(site, 'u-ops', `project = HAND and labels = ${label}`)).toHaveLength(2);
  }
});

test('no issue was created or changed after the demo’s now', async () => {
  expect(await keysOf(site, 'app', 'created > now() or updated > now()')).toEqual([]);
});
