import { AUTOMATION_ACCOUNT } from '../../src/jira/automation';
import { STRICT } from '../../src/switches';
import { openWorld } from './helpers';

const move = { issueKey: 'APP-1', transition: 'Start' };

test('a rule that moves an issue is asked by its validators, and its account stands in the history', async () => {
  const site = openWorld();
  expect(await site.jira.automate(move)).toEqual({ outcome: 'success', messages: [] });
  expect(site.host.validations.map(({ event }) => event.issue)).toEqual([{ key: 'APP-1' }]);
  const { body } = await site.call('u-coo', 'GET', '/issue/APP-1?fields=status&expand=changelog');
  expect(body).toMatchObject({
    fields: { status: { name: 'In Progress' } },
    changelog: { histories: [{ author: { accountId: AUTOMATION_ACCOUNT, accountType: 'app' } }] },
  });
});

test('what a validator refuses stays where it is, and the rule’s log has its words', async () => {
  const site = openWorld();
  site.host.answer = () => ({ result: false, errorMessage: 'Pick one owner.' });
  const before = site.jira.issue('APP-1')?.statusId;
  expect(await site.jira.automate(move)).toEqual({ outcome: 'refused', messages: ['Pick one owner.'] });
  expect(site.jira.issue('APP-1')?.statusId).toBe(before);
  expect(site.host.emitted).toEqual([]);
});

test('a rule sees what security levels hide from no more than their members, and no transition that is not there', async () => {
  const { jira } = openWorld();
  expect(await jira.automate({ issueKey: 'APP-11', transition: 'Start' })).toMatchObject({
    outcome: 'refused',
    messages: ['Issue does not exist or you do not have permission to see it.'],
  });
  expect(await jira.automate({ ...move, transition: 'Fly' })).toMatchObject({ outcome: 'refused' });
});

test.each([
  ['account', { atlassianId: AUTOMATION_ACCOUNT, associatedUsers: [{ accountId: AUTOMATION_ACCOUNT }] }],
  ['nobody', { associatedUsers: [] }],
] as const)('events of what a rule did name %s', async (automationNamed, named) => {
  const site = openWorld({ switches: () => ({ ...STRICT, automationNamed }) });
  await site.jira.automate({ issueKey: 'APP-1', fields: { summary: 'Another' } });
  const [event] = site.host.emitted;
  expect(event).toMatchObject({ type: 'avi:jira:updated:issue', payload: named });
  expect('atlassianId' in (event?.payload ?? {})).toBe(automationNamed === 'account');
});
