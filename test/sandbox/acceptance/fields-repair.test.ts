import { costOf } from '../../support/calls';
import { clientOf, type Client } from '../../support/client';
import { A_DAY, fieldsIn, FIVE_MINUTES, gateIn, pass } from '../../support/fields';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const day = (days: number): string =>
  new Date(site.sandbox.clock.now() + days * 86_400_000).toISOString().slice(0, 10);
const loseEveryPush = () => site.sandbox.faults.add({ target: 'queue', status: 500 });

beforeEach(() => site.sandbox.reset('demo'));
afterEach(() => site.sandbox.faults.clear());

/** An epic in order, whose owner declared that they need nobody. */
async function ready(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  await as('u-ops').done(key, 'dri/accept');
  await as('u-ops').done(key, 'dependencies/declare-none');
  await site.sandbox.drain();
  expect(await gateIn(site, key)).toBe('Ready');
  return key;
}

/** An epic in order that waits for two promises of u-platform. */
async function promised(neededBy: string): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  await as('u-ops').done(key, 'dri/accept');
  for (const deliverable of ['A cluster', 'A pipeline']) {
    const terms = { providerAccountId: 'u-platform', deliverable, acceptance: 'It runs', neededBy };
    await as('u-ops').done(key, 'agreement/request', terms);
  }
  for (const agreementId of ['A1', 'A2']) {
    await as('u-platform').done(key, 'agreement/acknowledge', { agreementId });
  }
  await site.sandbox.drain();
  return key;
}

const block = (key: string) =>
  as('u-admin').send('POST', '/rest/api/3/issueLink', {
    type: { name: 'Blocks' },
    inwardIssue: { key: 'PLAT-2' },
    outwardIssue: { key },
  });

describe('a field that went wrong is right again', () => {
  test('within a day after the push that should have written it was lost', async () => {
    const key = await ready();
    loseEveryPush();
    await as('u-ops').done(key, 'agreement/request', {
      providerAccountId: 'u-platform',
      deliverable: 'A cluster',
      acceptance: 'It runs',
      neededBy: day(20),
    });
    await site.sandbox.drain();
    expect(site.logs.splice(0)).toEqual([expect.stringMatching(/could not be queued/)]);
    site.sandbox.faults.clear();
    expect(await gateIn(site, key)).toBe('Ready');
    await pass(site, A_DAY);
    expect(await fieldsIn(site, key)).toMatchObject({
      Gate: 'Blocked',
      Unanswered: 1,
      'Waiting for': ['u-platform'],
    });
  });

  test('ten days later where both pushes of an acceptance were lost', async () => {
    const key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
    await site.sandbox.drain();
    loseEveryPush();
    await as('u-ops').done(key, 'dri/accept');
    await as('u-ops').done(key, 'dependencies/declare-none');
    site.sandbox.faults.clear();
    expect((await fieldsIn(site, key))['DRI']).toBeNull();
    await pass(site, 10 * A_DAY);
    expect(await fieldsIn(site, key)).toMatchObject({ DRI: 'u-ops', 'Waiting for': null, Gate: 'Ready' });
    site.logs.splice(0);
  }, 180_000);

  test('within five minutes after something came into its way, and out of it', async () => {
    const key = await ready();
    expect((await block(key)).status).toBe(201);
    await pass(site, FIVE_MINUTES);
    expect(await gateIn(site, key)).toBe('Blocked');
    const { body } = await as('u-admin').get(`/rest/api/3/issue/${key}?fields=issuelinks`);
    const [link] = (body as { fields: { issuelinks: { id: string }[] } }).fields.issuelinks;
    await as('u-admin').send('DELETE', `/rest/api/3/issueLink/${link?.id ?? ''}`);
    await pass(site, FIVE_MINUTES);
    expect(await gateIn(site, key)).toBe('Ready');
  });

  test('within five minutes after what was in its way is finished', async () => {
    const key = await ready();
    await block(key);
    await pass(site, FIVE_MINUTES);
    expect((await as('u-admin').move('PLAT-2', 'Finish')).status).toBe(204);
    await pass(site, FIVE_MINUTES);
    expect(await gateIn(site, key)).toBe('Ready');
  });

  test('within the hour after a promise is overdue', async () => {
    const key = await promised(day(2));
    const due = day(2);
    expect(await fieldsIn(site, key)).toMatchObject({
      Gate: 'Ready',
      'Next promise due': due,
      'Open promises': 2,
      'Promised by': ['u-platform'],
      Escalation: null,
    });
    await pass(site, 4 * 24 * 60);
    expect(await fieldsIn(site, key)).toMatchObject({
      Gate: 'Warned',
      'Next promise due': due,
      Escalation: expect.stringMatching(/told$|^Reminded$/) as unknown,
    });
  });

  test('after the policy changed, also on what nobody owns', async () => {
    const [inOrder, unowned] = [await ready(), newEpic(site.sandbox)];
    await pass(site, A_DAY);
    expect(await fieldsIn(site, unowned)).toMatchObject({ Gate: 'Blocked', 'Open promises': 0 });
    await changePolicy(site, 'EXP', () => ({ mode: 'observe' }));
    await site.sandbox.drain();
    expect([await gateIn(site, unowned), await gateIn(site, inOrder)]).toEqual(['Warned', 'Ready']);
    await changePolicy(site, 'EXP', () => ({ workItemTypes: ['Bug'] }));
    await site.sandbox.drain();
    expect([await gateIn(site, unowned), await gateIn(site, inOrder)]).toEqual([
      'Not under policy',
      'Not under policy',
    ]);
  });

  test('within the hour after a waiver ended', async () => {
    const key = newEpic(site.sandbox);
    await as('u-lead').done(key, 'waiver/grant', {
      rules: ['owner.missing', 'dependencies.undeclared'],
      reason: 'The board decided on Friday',
      expiresAt: new Date(site.sandbox.clock.now() + 50 * 3_600_000).toISOString(),
    });
    await site.sandbox.drain();
    expect(await gateIn(site, key)).toBe('Waived');
    await pass(site, 51 * 60);
    expect(await gateIn(site, key)).toBe('Blocked');
  });

  test('within a day after the brake of a project ended by itself, also on what nobody owns', async () => {
    const unowned = newEpic(site.sandbox);
    await pass(site, A_DAY);
    const until = new Date(site.sandbox.clock.now() + 4 * 3_600_000).toISOString();
    const { body } = await as('u-lead').invoke(
      'project-policy',
      'brake/apply',
      { until, reason: 'The release is stuck' },
      { projectKey: 'EXP' },
    );
    expect(body).toMatchObject({ ok: true });
    await site.sandbox.drain();
    expect(await gateIn(site, unowned)).toBe('Warned');
    await pass(site, A_DAY);
    expect(await gateIn(site, unowned)).toBe('Blocked');
  });

  test('within a day after a provider was deactivated, and came back', async () => {
    const key = await promised(day(20));
    await pass(site, A_DAY);
    await as('u-admin').send('POST', '/sandbox/users/u-platform', { active: false });
    await pass(site, A_DAY);
    expect(await gateIn(site, key)).toBe('Blocked');
    await as('u-admin').send('POST', '/sandbox/users/u-platform', { active: true });
    await pass(site, A_DAY);
    expect(await gateIn(site, key)).toBe('Ready');
  });

  test('within five minutes after the work started, finished and was opened again', async () => {
    const brief = { 'brief.incomplete': { start: 'off', finish: 'block' } };
    await changePolicy(site, 'EXP', ({ rules }) => ({ rules: { ...rules, ...brief } }));
    const key = await ready();
    expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
    await pass(site, FIVE_MINUTES);
    // Its next step is the finish, which asks for more.
    expect(await gateIn(site, key)).toBe('Blocked');
    await changePolicy(site, 'EXP', () => ({ mode: 'observe' }));
    expect((await as('u-ops').move(key, 'Finish')).status).toBe(204);
    await pass(site, FIVE_MINUTES);
    expect(await gateIn(site, key)).toBeNull();
    expect((await as('u-ops').move(key, 'Reopen')).status).toBe(204);
    await pass(site, FIVE_MINUTES);
    expect(await gateIn(site, key)).toBe('Warned');
  });

  test('on a clone, also where its making was never told', async () => {
    const key = await ready();
    loseEveryPush();
    const { body } = await as('u-coo').send('POST', `/sandbox/issues/${key}/clone`);
    const { key: clone } = body as { key: string };
    // The queue gives an event up after some tries.
    await site.sandbox.drain();
    site.sandbox.faults.clear();
    await pass(site, A_DAY);
    expect(await fieldsIn(site, clone)).toMatchObject({ DRI: null, Gate: 'Blocked', 'On track': 'Not said' });
    site.logs.splice(0);
  });

  test('on a child that follows the item above it', async () => {
    const key = newEpic(site.sandbox);
    const { body } = await as('u-coo').send('POST', '/rest/api/3/issue', {
      fields: { project: { key: 'EXP' }, issuetype: { name: 'Story' }, summary: 'A part', parent: { key } },
    });
    const { key: story } = body as { key: string };
    await changePolicy(site, 'EXP', () => ({ childrenFollow: true }));
    await site.sandbox.drain();
    expect(await gateIn(site, story)).toBe('Blocked');
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
    await as('u-ops').done(key, 'dri/accept');
    await as('u-ops').done(key, 'dependencies/declare-none');
    await site.sandbox.drain();
    expect(await gateIn(site, story)).toBe('Ready');
  });
});

test('no line of it stands in the history of an item', async () => {
  const key = await ready();
  await block(key);
  await pass(site, A_DAY);
  const { body } = await as('u-admin').get(`/rest/api/3/issue/${key}/changelog`);
  const { values } = body as { values: { items: { field: string }[] }[] };
  expect(values.flatMap(({ items }) => items.map(({ field }) => field))).toEqual(['Link']);
});

test('a site at rest is compared, and nothing is written', async () => {
  // Every step of the demo's escalations is told by then.
  for (let day = 0; day < 4; day += 1) await pass(site, A_DAY);
  const resting = await costOf(site, () => pass(site, A_DAY));
  const asked = resting.flatMap(({ calls }) => calls.filter(({ target }) => target === 'jira'));
  expect(asked.some(({ path }) => path.startsWith('/rest/api/3/search/jql'))).toBe(true);
  expect(asked.filter(({ path }) => path.startsWith('/rest/api/3/app/field/value'))).toEqual([]);
});
