import { enforce } from '../../support/enforced';
import { gateStory } from '../../support/gate-story';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const { as, later, inOrder, passagesOf } = gateStory(site);

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await as('u-admin').send('POST', '/sandbox/switches', { appRights: 'all' });
  await enforce(site, 'EXP', { childrenFollow: true });
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
}, 180_000);

const child = (type: string, parent: string): string =>
  site.sandbox.jira.addIssue({
    project: 'EXP',
    type,
    values: { summary: `A ${type}`, reporter: 'u-coo', parent: site.sandbox.jira.issue(parent)?.id ?? null },
  }).key;

/** Moved by a transition that carries no rule. */
async function moveUnasked(key: string): Promise<void> {
  expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
}

const bypassOf = (key: string) => ({
  at: expect.any(String),
  checkpoint: 'start',
  reason: 'bypass',
  rules: ['owner.missing', 'dependencies.undeclared'],
  movedBy: 'u-ops',
  child: key,
});

describe('a child that is moved past the gate of the item above', () => {
  it('is recorded there, once, whether it stands right below or two levels down', async () => {
    const epic = newEpic(site.sandbox);
    const story = child('Story', epic);
    const subTask = child('Sub-task', story);
    for (const key of [story, subTask]) {
      expect((await as('u-ops').move(key, 'Start')).status).toBe(400);
      await moveUnasked(key);
      await later();
    }
    expect(await passagesOf(epic)).toEqual([bypassOf(story), bypassOf(subTask)]);
    for (const key of [story, subTask]) expect(await passagesOf(key)).toEqual([]);
  });

  it('is recorded though the item above was settled a moment later', async () => {
    const epic = newEpic(site.sandbox);
    const story = child('Story', epic);
    await moveUnasked(story);
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1S' });
    await as('u-coo').done(epic, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(epic, 'dri/accept');
    await as('u-coo').done(epic, 'dependencies/declare-none');
    await later();
    expect(await passagesOf(epic)).toEqual([bypassOf(story)]);
  });

  it('leaves nothing where the item above was in order', async () => {
    const epic = await inOrder();
    const story = child('Story', epic);
    const subTask = child('Sub-task', story);
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1S' });
    for (const key of [story, subTask]) await moveUnasked(key);
    await later();
    for (const key of [epic, story, subTask]) expect(await passagesOf(key)).toEqual([]);
  });

  it('leaves nothing where the app may not see the item above', async () => {
    const epic = newEpic(site.sandbox);
    const story = child('Story', epic);
    await as('u-admin').send('POST', '/sandbox/switches', { appRights: 'as-role' });
    await as('u-lead').send('PUT', `/rest/api/3/issue/${epic}`, {
      fields: { security: { name: 'Leads only' } },
    });
    await moveUnasked(story);
    await later();
    await as('u-admin').send('POST', '/sandbox/switches', { appRights: 'all' });
    expect(await passagesOf(epic)).toEqual([]);
  });
});
