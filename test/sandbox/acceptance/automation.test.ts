import { AUTOMATION_ACCOUNT } from '../../../packages/forge-sandbox/src/jira/automation';
import type { CharterAnswer } from '../../../src/contract/answers';
import { clientOf, type Client } from '../../support/client';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';
import { withoutTrace } from '../../support/snapshot';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

async function rule(issueKey: string, transition: string): Promise<unknown> {
  return (await as('u-admin').send('POST', '/sandbox/automation', { issueKey, transition })).body;
}

/** Jira's event, and what follows it, arrive a moment later. */
async function later(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
    await as('u-admin').send('POST', '/sandbox/drain');
  }
}

async function panelOf(key: string): Promise<CharterAnswer> {
  return (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer;
}

const commentsOn = async (key: string): Promise<readonly unknown[]> =>
  ((await as('u-coo').get(`/rest/api/3/issue/${key}/comment`)).body as { comments: unknown[] }).comments;

const passed = { outcome: 'success', messages: [] };

describe.each(['account', 'nobody'] as const)('where events of automation name %s', (automationNamed) => {
  beforeAll(async () => {
    await as('u-admin').send('POST', '/sandbox/switches', { automationNamed });
    await rule('EXP-2', 'Fly');
  });

  test('the gate holds a rule’s move as it holds anybody’s, in the rule’s log, and leaves nothing behind', async () => {
    const key = newEpic(site.sandbox);
    await later();
    const before = await as('u-coo').statusOf(key);
    await withoutTrace(site.sandbox, async () => {
      expect(await rule(key, 'Start')).toEqual({
        outcome: 'refused',
        messages: [expect.stringContaining('Nobody owns this work item')],
      });
    });
    expect(await as('u-coo').statusOf(key)).toBe(before);
  });

  test('where the project coaches, the move is recorded as the rule’s, and no comment speaks to it', async () => {
    await changePolicy(site, 'TEAM', () => ({ mode: 'coach' }));
    const key = newEpic(site.sandbox, {}, 'TEAM');
    expect(await rule(key, 'Start')).toEqual(passed);
    await later();
    const { charter } = await panelOf(key);
    expect(charter.passages).toEqual([
      expect.objectContaining({ reason: 'coach', movedBy: AUTOMATION_ACCOUNT }),
    ]);
    expect(await commentsOn(key)).toEqual([]);
  });

  test('a rule that goes around the gate is recorded once, by the name that Jira gives it', async () => {
    const key = newEpic(site.sandbox);
    expect(await rule(key, 'Expedite')).toEqual(passed);
    await later();
    const { charter, people } = await panelOf(key);
    expect(charter.passages).toEqual([
      expect.objectContaining({ reason: 'bypass', movedBy: AUTOMATION_ACCOUNT }),
    ]);
    expect(people[AUTOMATION_ACCOUNT]).toMatchObject({ displayName: 'Automation for Jira', kind: 'app' });
  });

  test('a rule that assigns somebody has them nominated where the policy says so, and never itself', async () => {
    await changePolicy(site, 'TEAM', () => ({ mode: 'observe', nominateAssignee: true }));
    const key = newEpic(site.sandbox, {}, 'TEAM');
    const assign = async (accountId: string): Promise<unknown> => {
      const fields = { assignee: { accountId } };
      return (await as('u-admin').send('POST', '/sandbox/automation', { issueKey: key, fields })).body;
    };
    expect(await assign('u-sales')).toEqual(passed);
    await later();
    expect((await panelOf(key)).charter.dri).toMatchObject({ accountId: 'u-sales', status: 'nominated' });
  });
});
