import { clientOf, refusalText, type Client } from '../../support/client';
import { changePolicy, configureGate } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';
import { onlyCounted } from '../../support/snapshot';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const CO_LEADS = 'customfield_10050';

/** Tries a transition that must be refused without a trace; the text Jira shows. */
const refused = (key: string, name: string, fields?: Readonly<Record<string, unknown>>): Promise<string> =>
  onlyCounted(site.sandbox, async () => refusalText(await as('u-coo').move(key, name, fields)));

const passes = async (
  key: string,
  name: string,
  fields?: Readonly<Record<string, unknown>>,
): Promise<void> => {
  expect(await as('u-coo').move(key, name, fields)).toEqual({ status: 204, body: undefined });
};

/** Settled so far that only dependencies are missing. */
async function owned(project = 'EXP', values: Parameters<typeof newEpic>[1] = {}): Promise<string> {
  const key = newEpic(site.sandbox, values, project);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  await as('u-ops').done(key, 'dri/accept');
  return key;
}

async function inOrder(project = 'EXP', values: Parameters<typeof newEpic>[1] = {}): Promise<string> {
  const key = await owned(project, values);
  await as('u-ops').done(key, 'dependencies/declare-none');
  return key;
}

describe('the transition screen', () => {
  test('co-leads reduced to one there are no longer shared ownership, and that one is asked to accept', async () => {
    const key = newEpic(site.sandbox, { [CO_LEADS]: ['u-sales', 'u-marketing'] });
    expect(await refused(key, 'Start')).toMatch(/Camille Duret.*Pick one/);
    const text = await refused(key, 'Start', { [CO_LEADS]: [{ accountId: 'u-sales' }] });
    expect(text).toMatch(/1\. Diego Fuentes is named as the owner and was never asked/);
    expect(text).not.toContain('Camille Duret');
  });

  test('co-leads cleared there leave nobody', async () => {
    const key = newEpic(site.sandbox, { [CO_LEADS]: ['u-sales', 'u-marketing'] });
    expect(await refused(key, 'Start', { [CO_LEADS]: null })).toMatch(/Nobody owns this work item/);
  });

  test('co-leads added there are shared ownership', async () => {
    const key = newEpic(site.sandbox);
    const text = await refused(key, 'Start', {
      [CO_LEADS]: [{ accountId: 'u-sales' }, { accountId: 'u-marketing' }],
    });
    expect(text).toMatch(/Two people share ownership \(Diego Fuentes and Camille Duret\)/);
  });

  test('what was typed there is written when the move passes, and not when it is refused', async () => {
    const key = await inOrder();
    await passes(key, 'Start', { assignee: { accountId: 'u-sales' } });
    const { body } = await as('u-coo').get(`/rest/api/3/issue/${key}?fields=assignee`);
    expect(body).toMatchObject({ fields: { assignee: { accountId: 'u-sales' } } });
  });
});

describe('the owner comes from the assignee', () => {
  beforeAll(() => changePolicy(site, 'TEAM', () => ({ ownerSource: { kind: 'assignee' } })));
  afterAll(() => changePolicy(site, 'TEAM', () => ({ ownerSource: { kind: 'charter' } })));

  test('an assignee who was never asked is not yet an owner', async () => {
    const key = newEpic(site.sandbox, { assignee: 'u-sales' }, 'TEAM');
    expect(await refused(key, 'Start')).toMatch(/Diego Fuentes is named as the owner and was never asked/);
  });

  test('an assignee typed on the screen counts', async () => {
    const key = newEpic(site.sandbox, {}, 'TEAM');
    const text = await refused(key, 'Start', { assignee: { accountId: 'u-sales' } });
    expect(text).toMatch(/Diego Fuentes is named as the owner and was never asked/);
  });

  test('an assignee typed on the screen beside an accepted owner: two share', async () => {
    const key = await inOrder('TEAM', { assignee: 'u-ops' });
    const text = await refused(key, 'Start', { assignee: { accountId: 'u-sales' } });
    expect(text).toMatch(/Two people share ownership \(.*Hana Sato.*\)/);
    expect(text).toContain('Diego Fuentes');
    await passes(key, 'Start');
  });

  test('an assignee who left is named as the problem', async () => {
    const key = newEpic(site.sandbox, { assignee: 'u-gone' }, 'TEAM');
    expect(await refused(key, 'Start')).toMatch(/Pavel Dvorak.*no longer active/);
  });

  test('an app as assignee is no owner', async () => {
    const key = newEpic(site.sandbox, { assignee: 'u-bot' }, 'TEAM');
    expect(await refused(key, 'Start')).toMatch(/Release Robot.*not a person/);
  });
});

describe('a policy that was saved', () => {
  test('a rule switched off no longer blocks, switched to warn passes, switched back blocks', async () => {
    const key = await owned('TEAM');
    const set = (start: string): Promise<void> =>
      changePolicy(site, 'TEAM', ({ rules }) => ({
        rules: { ...rules, 'dependencies.undeclared': { start, finish: 'block' } },
      }));
    expect(await refused(key, 'Start')).toMatch(/Dependencies were never declared/);
    await set('off');
    await passes(key, 'Start');
    // What does not hold the start still holds the finish.
    expect(await refused(key, 'Finish')).toMatch(/can't finish yet/);
    await set('warn');
    await passes(await owned('TEAM'), 'Start');
    await set('block');
    expect(await refused(await owned('TEAM'), 'Start')).toMatch(/Dependencies were never declared/);
  });

  test('asking for two dependencies: one is not enough, a declaration of none is', async () => {
    const asking = (minimumDependencies: number, start: string): Promise<void> =>
      changePolicy(site, 'TEAM', ({ rules }) => ({
        minimumDependencies,
        rules: { ...rules, 'dependencies.too-few': { start, finish: 'off' } },
      }));
    await asking(2, 'block');
    const key = await owned('TEAM');
    await as('u-ops').done(key, 'agreement/request', {
      providerAccountId: 'u-platform',
      deliverable: 'A logo that loads',
      acceptance: 'It loads',
      neededBy: '2026-12-18',
    });
    await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
    expect(await refused(key, 'Start')).toMatch(/One of 2 dependencies is named/);
    await passes(await inOrder('TEAM'), 'Start');
    await asking(1, 'off');
    await passes(key, 'Start');
  });

  test('authority in writing, once the policy asks for it', async () => {
    const set = (start: string): Promise<void> =>
      changePolicy(site, 'TEAM', ({ rules }) => ({
        rules: { ...rules, 'authority.missing': { start, finish: 'off' } },
      }));
    const key = await inOrder('TEAM');
    await set('block');
    expect(await refused(key, 'Start')).toMatch(/authority/i);
    await as('u-coo').done(key, 'authority/grant', { decisions: 'Scope and date' });
    await passes(key, 'Start');
    await set('off');
  });

  test('only the item types it names', async () => {
    await changePolicy(site, 'TEAM', () => ({ workItemTypes: ['Story'] }));
    await passes(newEpic(site.sandbox, {}, 'TEAM'), 'Start');
    await changePolicy(site, 'TEAM', () => ({ workItemTypes: ['epic'] }));
    await refused(newEpic(site.sandbox, {}, 'TEAM'), 'Start');
  });
});

describe('the configuration of one transition’s rule', () => {
  let undo = (): void => undefined;
  afterEach(() => undo());
  const configure = (transition: string, configuration: unknown): void => {
    undo();
    undo = configureGate(site.sandbox, 'EXP', transition, configuration);
  };

  test.each([
    ['an object', { checkpoint: 'start' }],
    ['text', '{"checkpoint":"start"}'],
    ['more than we know', { checkpoint: 'start', __proto__: { mode: 'observe' }, later: true }],
  ])('%s: the gate holds Start', async (_, configuration) => {
    configure('Start', configuration);
    expect(await refused(newEpic(site.sandbox), 'Start')).toMatch(/can't start yet/);
    await passes(await inOrder(), 'Start');
  });

  test.each([
    ['text that is no JSON', '{"checkpoint":'],
    ['nothing', null],
    ['nothing at all', undefined],
    ['a number', 42],
    ['a list', ['finish']],
    ['an unknown checkpoint', { checkpoint: 'whenever' }],
    ['wrong types inside', { checkpoint: 7, mode: {}, alsoBlock: 'owner.missing', onOutage: [] }],
  ])('%s: the gate asks both checkpoints and says who can put it right', async (_, configuration) => {
    configure('Start', configuration);
    expect(await refused(newEpic(site.sandbox), 'Start')).toMatch(
      /can't move yet[^]*names neither Start nor Finish[^]*An administrator/,
    );
    // Overdue warns at Start and blocks at Finish.
    expect(await refused('EXP-4', 'Start')).toMatch(/is overdue since/);
    await passes(await inOrder(), 'Start');
  });

  test('as text, it names the checkpoint', async () => {
    configure('Start', '{"checkpoint":"finish"}');
    expect(await refused(newEpic(site.sandbox), 'Start')).toMatch(/can't finish yet/);
  });

  test.each([
    ['as an object', { checkpoint: 'start', alsoBlock: ['agreement.overdue', 'nonsense'] }],
    ['as text', '{"checkpoint":"start","alsoBlock":["agreement.overdue"]}'],
  ])('it can make a warning block, %s', async (_, configuration) => {
    configure('Start', configuration);
    expect(await refused('EXP-4', 'Start')).toMatch(/is overdue since/);
  });

  test('it cannot loosen the project’s mode', async () => {
    configure('Start', { checkpoint: 'start', mode: 'observe' });
    await refused(newEpic(site.sandbox), 'Start');
  });

  test('EXP-4, overdue, starts and is then held at Finish', async () => {
    await passes('EXP-4', 'Start');
    expect(await refused('EXP-4', 'Finish')).toMatch(/Sign-up without an invitation.*Tomasz Wrona.*overdue/);
    configure('Finish', { checkpoint: 'Finish' });
    expect(await refused('EXP-4', 'Finish')).toMatch(/overdue/);
  });

  test('a finish that is in order is Done', async () => {
    const key = await inOrder();
    await passes(key, 'Start');
    await passes(key, 'Finish');
    expect(await as('u-coo').statusOf(key)).toBe('Done');
  });
});
