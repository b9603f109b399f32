import type { IndicatorsAnswer } from '../../../src/contract/indicators';
import { answerOf, enforce } from '../../support/enforced';
import { EPIC, gateStory, TASK } from '../../support/gate-story';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const { as, later, inOrder, passagesOf, relocate } = gateStory(site);

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP');
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
}, 180_000);

/** What is kept of an item that came under policy already started: once, and nobody is named. */
const entered = (checkpoint: 'start' | 'finish' = 'start', more: object = {}) => [
  { at: expect.any(String), checkpoint, reason: 'entered', rules: [], ...more },
];

const added = (type: string, values: object = {}, project = 'EXP'): string =>
  site.sandbox.jira.addIssue({
    project,
    type,
    values: { summary: `A ${type}`, reporter: 'u-coo', ...values },
  }).key;

/** Takes an item out of To Do, by whatever its project calls that. */
async function start(key: string, by: string): Promise<void> {
  const path = `/rest/api/3/issue/${key}/transitions`;
  const { body } = await as(by).get(path);
  const { transitions } = body as { transitions: { id: string; to: { statusCategory: { key: string } } }[] };
  const id = transitions.find(({ to }) => to.statusCategory.key === 'indeterminate')?.id;
  expect((await as(by).send('POST', path, { transition: { id } })).status).toBe(204);
}

const child = (type: string, parent: string): string =>
  added(type, { parent: site.sandbox.jira.issue(parent)?.id ?? null });

describe('an item that comes under policy already started is recorded so, without a culprit:', () => {
  it('an epic that was a task while it started', async () => {
    const key = newEpic(site.sandbox);
    await relocate(key, { type: TASK });
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await later();
    expect(await passagesOf(key)).toEqual([]);
    await relocate(key, { type: EPIC });
    await later();
    await relocate(key, { type: TASK });
    await relocate(key, { type: EPIC });
    await later();
    expect(await passagesOf(key)).toEqual(entered());
  });

  it('an epic that was a task for the second of its start', async () => {
    const key = newEpic(site.sandbox);
    await relocate(key, { type: TASK });
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await relocate(key, { type: EPIC });
    await later();
    expect(await passagesOf(key)).toEqual(entered());
  });

  it('an item whose type the policy left out for a minute', async () => {
    const key = newEpic(site.sandbox);
    await enforce(site, 'EXP', { workItemTypes: [{ id: TASK }] });
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1S' });
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1S' });
    await enforce(site, 'EXP', { workItemTypes: [{ level: 1 }] });
    await later();
    expect(await passagesOf(key)).toEqual(entered());
  });

  it('an item whose type the policy came to cover days later', async () => {
    const key = added('Task');
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await later();
    await enforce(site, 'EXP', { workItemTypes: [{ level: 1 }, { id: TASK }] });
    await later();
    expect(await passagesOf(key)).toEqual(entered());
  });

  it('one that was finished while its type was left out', async () => {
    const key = await inOrder();
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await later();
    await relocate(key, { type: TASK });
    await later();
    expect((await as('u-ops').move(key, 'Finish')).status).toBe(204);
    await later();
    await relocate(key, { type: EPIC });
    await later();
    expect(await passagesOf(key)).toEqual(entered('finish'));
  });
});

describe('nothing is recorded of', () => {
  it('an epic that passed the gate, was a task for a while and is one again', async () => {
    const key = await inOrder();
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await later();
    await relocate(key, { type: TASK });
    await later();
    await relocate(key, { type: EPIC });
    await later();
    expect(await passagesOf(key)).toEqual([]);
  });

  it('one that becomes an epic in To Do', async () => {
    const key = added('Task');
    await relocate(key, { type: EPIC });
    await later();
    expect(await passagesOf(key)).toEqual([]);
  });

  it('what had begun before anybody chose a policy', async () => {
    const key = added('Epic', { reporter: 'u-platform' }, 'PLAT');
    await start(key, 'u-platform');
    await later();
    await enforce(site, 'PLAT', { workItemTypes: [{ level: 0 }, { level: 1 }] });
    await later();
    const answer = await as('u-platform').done(key, 'charter/get');
    expect(answer.charter.passages).toEqual([]);
  });
});

describe('where children follow the item above', () => {
  beforeEach(() => enforce(site, 'EXP', { childrenFollow: true }));

  it('a sub-task under a story under an ownerless epic does not start', async () => {
    const story = child('Story', newEpic(site.sandbox));
    const subTask = child('Sub-task', story);
    for (const key of [story, subTask]) expect((await as('u-ops').move(key, 'Start')).status).toBe(400);
  });

  it('a story that is put under an ownerless epic already started is recorded in the epic', async () => {
    const [story, epic] = [added('Story'), newEpic(site.sandbox)];
    expect((await as('u-ops').move(story, 'Start')).status).toBe(204);
    await later();
    await as('u-coo').send('PUT', `/rest/api/3/issue/${story}`, { fields: { parent: { key: epic } } });
    await later();
    expect(await passagesOf(epic)).toEqual(entered('start', { child: story }));
  });

  it('a story that is put under an epic that may start is nothing to record', async () => {
    const [story, epic] = [added('Story'), await inOrder()];
    expect((await as('u-ops').move(story, 'Start')).status).toBe(204);
    await later();
    await as('u-coo').send('PUT', `/rest/api/3/issue/${story}`, { fields: { parent: { key: epic } } });
    await later();
    expect(await passagesOf(epic)).toEqual([]);
  });
});

it('an item that started in a project without a policy of this kind is recorded where it comes under one', async () => {
  await enforce(site, 'EXP', { workItemTypes: [{ id: TASK }] });
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
  const key = newEpic(site.sandbox);
  await start(key, 'u-ops');
  await later();
  const there = await relocate(key, { project: 'HAND', type: EPIC });
  await later();
  expect(await passagesOf(there)).toEqual(entered());
});

it('refusals are counted under enforce', async () => {
  const refusals = async (): Promise<number> => {
    const { evidence } = await answerOf<IndicatorsAnswer>(
      as('u-lead'),
      'gap-report',
      'report/indicators',
      { weeks: 8 },
      'EXP',
    );
    return evidence.observations.filter(({ indicator }) => indicator === 'gate-blocks').length;
  };
  const week = () => as('u-admin').send('POST', '/sandbox/clock', { advance: 'P7D' });
  // Weeks are told once they are over.
  await week();
  const before = await refusals();
  const key = newEpic(site.sandbox);
  for (let turn = 0; turn < 2; turn += 1) {
    expect((await as('u-ops').move(key, 'Start')).status).toBe(400);
    await later(1);
  }
  await week();
  expect(await refusals()).toBe(before + 2);
});
