import { enforce } from '../../support/enforced';
import { gateStory, TASK, EPIC } from '../../support/gate-story';
import { changePolicy, configureGate } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const { as, later, inOrder, passagesOf, panelOf, relocate } = gateStory(site);

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP');
}, 180_000);
afterEach(() => as('u-admin').send('DELETE', '/sandbox/faults'));

const blockedBy = (key: string, by: string): Promise<unknown> =>
  as('u-coo').send('POST', '/rest/api/3/issueLink', {
    type: { name: 'Blocks' },
    outwardIssue: { key },
    inwardIssue: { key: by },
  });

describe('whoever passed the gate is never said to have gone around it, though in the same minute', () => {
  const changes: readonly (readonly [string, (key: string) => Promise<unknown>])[] = [
    ['a blocking link was added', (key) => blockedBy(key, 'PLAT-2')],
    [
      'its type was changed and changed back',
      async (key) => {
        await relocate(key, { type: TASK });
        await relocate(key, { type: EPIC });
      },
    ],
    [
      'its owner was deactivated',
      () => as('u-admin').send('POST', '/sandbox/users/u-sales', { active: false }),
    ],
    ['another was nominated', (key) => as('u-sales').done(key, 'dri/nominate', { accountId: 'u-ops' })],
    [
      'a promise was asked for',
      (key) =>
        as('u-sales').done(key, 'agreement/request', {
          providerAccountId: 'u-platform',
          deliverable: 'Racks',
          acceptance: 'They run',
          neededBy: '2026-12-20',
        }),
    ],
    [
      'the policy was made stricter',
      () =>
        changePolicy(site, 'EXP', ({ rules }) => ({
          rules: { ...rules, 'brief.incomplete': { start: 'block', finish: 'block' } },
        })),
    ],
  ];
  it.each(changes)('%s', async (_, change) => {
    const key = await inOrder('u-sales');
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await change(key);
    await later();
    expect((await passagesOf(key)).filter(({ reason }) => reason !== 'entered')).toEqual([]);
  });

  it('a provider was deactivated', async () => {
    const key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'dri/accept');
    await as('u-coo').done(key, 'agreement/request', {
      providerAccountId: 'u-platform',
      deliverable: 'Racks',
      acceptance: 'They run',
      neededBy: '2026-12-20',
    });
    await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await as('u-admin').send('POST', '/sandbox/users/u-platform', { active: false });
    await later();
    expect(await passagesOf(key)).toEqual([]);
  });

  it('the item went to another project', async () => {
    const key = await inOrder();
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    const there = await relocate(key, { project: 'HAND', type: EPIC });
    await later();
    expect((await passagesOf(there)).map(({ reason }) => reason)).not.toContain('bypass');
  });
});

describe('a move that met no rule is judged by the facts of its moment:', () => {
  it('a link that was added since does not count', async () => {
    const key = await inOrder();
    expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
    await blockedBy(key, 'PLAT-2');
    await later();
    expect(await passagesOf(key)).toEqual([]);
  });

  it('a link that was removed since counts', async () => {
    const key = await inOrder();
    await blockedBy(key, 'PLAT-2');
    expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
    const { body } = await as('u-coo').get(`/rest/api/3/issue/${key}?fields=issuelinks`);
    const { fields } = body as { fields: { issuelinks: { id: string }[] } };
    for (const { id } of fields.issuelinks) await as('u-coo').send('DELETE', `/rest/api/3/issueLink/${id}`);
    await later();
    expect(await passagesOf(key)).toMatchObject([
      { reason: 'bypass', rules: ['dependency.unmapped'], movedBy: 'u-ops' },
    ]);
  });

  it('a policy that was loosened since does not excuse, and one made stricter does not accuse', async () => {
    const [ownerless, owned] = [newEpic(site.sandbox), await inOrder()];
    for (const key of [ownerless, owned]) expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1S' });
    await changePolicy(site, 'EXP', ({ rules }) => ({
      rules: {
        ...rules,
        'owner.missing': { start: 'off', finish: 'off' },
        'dependencies.undeclared': { start: 'off', finish: 'off' },
        'brief.incomplete': { start: 'block', finish: 'block' },
      },
    }));
    await later();
    expect(await passagesOf(ownerless)).toMatchObject([{ reason: 'bypass', movedBy: 'u-ops' }]);
    expect(await passagesOf(owned)).toEqual([]);
  });

  it('whoever left since counts as there', async () => {
    const key = await inOrder('u-sales');
    expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
    await as('u-admin').send('POST', '/sandbox/users/u-sales', { active: false });
    await later();
    expect(await passagesOf(key)).toEqual([]);
  });

  it('a type it got since does not count, and that it had another then is no excuse', async () => {
    const key = newEpic(site.sandbox);
    expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
    await relocate(key, { type: TASK });
    await later();
    expect(await passagesOf(key)).toMatchObject([{ reason: 'bypass', movedBy: 'u-ops' }]);
  });
});

describe('a rule whose configuration cannot be read', () => {
  it('asks what either border asks, and says so', async () => {
    const restore = configureGate(site.sandbox, 'EXP', 'Start', { checkpoint: 'Start' });
    const key = newEpic(site.sandbox);
    const { status, body } = await as('u-ops').move(key, 'Start');
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(/administ/)]);
    await later();
    expect(await passagesOf(key)).toEqual([]);
    restore();
  });

  it('is no fault of whoever moves past it', async () => {
    await enforce(site, 'EXP', { mode: 'observe' });
    const restore = configureGate(site.sandbox, 'EXP', 'Start', { checkpoint: 'Begin' });
    const key = newEpic(site.sandbox);
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await later();
    const [passage, ...more] = await passagesOf(key);
    expect(more).toEqual([]);
    expect(passage).toMatchObject({ reason: 'misconfigured', checkpoint: 'start' });
    expect(passage).not.toHaveProperty('movedBy');
    restore();
  });
});

describe('the rule of a transition', () => {
  it('holds its types whatever the project’s policy covers', async () => {
    const restore = configureGate(site.sandbox, 'EXP', 'Start', { checkpoint: 'start', mode: 'enforce' });
    const key = newEpic(site.sandbox);
    await enforce(site, 'EXP', { workItemTypes: [{ id: TASK }] });
    expect((await as('u-ops').move(key, 'Start')).status).toBe(400);
    restore();
  });

  it('may name them itself, and then holds those', async () => {
    const named = { checkpoint: 'start', types: [{ id: TASK, name: 'Task' }] };
    const restore = configureGate(site.sandbox, 'EXP', 'Start', named);
    const { key } = site.sandbox.jira.addIssue({
      project: 'EXP',
      type: 'Task',
      values: { summary: 'A task', reporter: 'u-coo' },
    });
    expect((await as('u-ops').move(key, 'Start')).status).toBe(400);
    restore();
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
  });

  it('that enforces where the project observes is bypassed as much as one of a project that enforces', async () => {
    await enforce(site, 'EXP', { mode: 'observe' });
    const restore = configureGate(site.sandbox, 'EXP', 'Start', { checkpoint: 'start', mode: 'enforce' });
    const key = newEpic(site.sandbox);
    expect((await as('u-ops').move(key, 'Start')).status).toBe(400);
    await later();
    expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
    await later();
    expect(await passagesOf(key)).toMatchObject([{ reason: 'bypass', movedBy: 'u-ops' }]);
    restore();
  });
});

describe('whether a rule is alive', () => {
  const aliveOf = async (key: string) => (await panelOf(key)).gate?.attached;

  it('is known from the first refusal on, until something crosses unasked', async () => {
    const key = newEpic(site.sandbox);
    await as('u-ops').move(newEpic(site.sandbox), 'Expedite');
    await later();
    expect(await aliveOf(key)).toMatchObject({ start: false });
    expect((await as('u-ops').move(key, 'Start')).status).toBe(400);
    await later(1);
    expect(await aliveOf(key)).toMatchObject({ start: true, finish: false });
    expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
    await later();
    expect(await aliveOf(key)).toMatchObject({ start: false });
    expect((await as('u-coo').move(await inOrder(), 'Start')).status).toBe(204);
    await later();
    expect(await aliveOf(key)).toMatchObject({ start: true });
  });

  it('is not told by items outside the policy', async () => {
    const key = newEpic(site.sandbox);
    await as('u-ops').move(key, 'Expedite');
    await later();
    const { key: task } = site.sandbox.jira.addIssue({
      project: 'EXP',
      type: 'Task',
      values: { summary: 'A task', reporter: 'u-coo' },
    });
    expect((await as('u-ops').move(task, 'Start')).status).toBe(204);
    await later();
    expect(await aliveOf(key)).toMatchObject({ start: false });
  });
});
