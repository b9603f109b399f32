import type { CharterAnswer, PolicyPreviewAnswer, ReportPageAnswer } from '../../../src/contract/answers';
import type { GadgetAnswer } from '../../../src/contract/gadget';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';
import { unchanged } from '../../support/snapshot';
import { askEverywhere, type Said } from '../../support/verdicts/consumers';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const switches = (body: object) => as('u-admin').send('POST', '/sandbox/switches', body);
const EXP = { projectKey: 'EXP' };

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP');
}, 180_000);

const panelOf = async (key: string) =>
  (await as('u-lead').done(key, 'charter/get')) as unknown as CharterAnswer;
const gadget = async () =>
  (
    (
      await as('u-lead').invoke(
        'gap-gadget',
        'report/gadget',
        {},
        { extension: { gadgetConfiguration: EXP } },
      )
    ).body as GadgetAnswer
  ).summary;

/** What Jira holds of an item but for its status: the fields, comments and properties the app might have written. */
const inJira = (key: string): string =>
  JSON.stringify(site.sandbox.jira.issue(key), (_key, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );

const everywhere = (said: Said): unknown =>
  expect.objectContaining({
    panel: said,
    'panel for u-admin': said,
    'panel for u-viewer': said,
    report: said,
    'rule/test': said,
    lozenge: said,
    'Gate field': said,
    transition: said,
  });

/** The app may not see one item, in one way or the other. */
const BLIND = [
  ['in a project whose scheme leaves the app out', () => switches({ appBrowses: { EXP: false } })],
  [
    'on a security level the app does not stand in',
    () =>
      as('u-lead').send('PUT', '/rest/api/3/issue/EXP-2', { fields: { security: { name: 'Leads only' } } }),
  ],
] as const;

test('a project the app may not browse is not known on any surface, and its fields stay as they were', async () => {
  await switches({ appBrowses: { EXP: false } });
  const asked = await askEverywhere(site, 'EXP', ['EXP-1', 'EXP-2', 'EXP-3']);
  for (const one of asked) expect(one.answers).toEqual(everywhere('not-known'));
  expect(asked).toHaveLength(3);
  site.logs.splice(0);
});

describe.each(BLIND)('an item %s', (_, blind) => {
  test('is not known to any surface', async () => {
    await blind();
    for (const who of ['u-lead', 'u-coo']) {
      expect(await as(who).done('EXP-2', 'charter/get')).toMatchObject({
        gate: null,
        gates: null,
        gateUnknown: 'app-may-not-see',
      });
    }
    const text = refusalText(await as('u-coo').move('EXP-2', 'Start'));
    expect(text).toMatch(/^Holdfast may not see EXP-2 in Jira, so it could not check it\./);
    expect(text).toContain('Browse projects');
    const { items } = await answerOf<ReportPageAnswer>(as('u-lead'), 'gap-report', 'report/page', {}, 'EXP');
    expect(items.find(({ issueKey }) => issueKey === 'EXP-2')).toMatchObject({
      gate: null,
      gateUnknown: 'app-may-not-see',
      test: { owner: 'unknown', authority: 'unknown', dependencies: 'unknown' },
      lastWeek: null,
    });
    const { policy } = await answerOf<{ policy: object }>(
      as('u-lead'),
      'project-policy',
      'policy/get',
      {},
      'EXP',
    );
    const preview = await answerOf<PolicyPreviewAnswer>(
      as('u-lead'),
      'project-policy',
      'policy/preview',
      { policy },
      'EXP',
    );
    const unknown = items.filter(({ gate }) => gate === null).length;
    expect([preview.notKnown, (await gadget()).notKnown]).toEqual([unknown, unknown]);
    site.logs.splice(0);
  });

  test('is still worked on by people, and nothing is written into it', async () => {
    await blind();
    const before = inJira('EXP-2');
    await as('u-ops').panel('EXP-2', 'gap/raise', { what: 'Who tells the banks?' });
    const lead = (call: string, payload: object) => as('u-lead').done('EXP-2', call, payload);
    await lead('gap/raise', { what: 'Does anybody look at this?' });
    await lead('authority/grant', { decisions: 'Everything within the budget' });
    const answered = await as('u-platform').panel('EXP-2', 'agreement/deliver', {
      agreementId: 'A1',
      evidence: 'It runs',
    });
    expect(answered.body).toMatchObject({ ok: true });
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1H' });
    await as('u-admin').send('POST', '/sandbox/drain');
    expect(inJira('EXP-2')).toBe(before);
    const { charter } = await panelOf('EXP-2');
    expect(charter.agreements.find(({ id }) => id === 'A1')?.status).toBe('delivered');
    expect(charter.gaps.length).toBeGreaterThan(0);
    site.logs.splice(0);
  });

  test.each(['observe', 'coach'])(
    'moves in %s, and is recorded as unchecked, without a comment',
    async (mode) => {
      await enforce(site, 'EXP', { mode });
      await blind();
      expect((await as('u-coo').move('EXP-2', 'Start')).status).toBe(204);
      await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
      await as('u-admin').send('POST', '/sandbox/drain');
      const { body } = await as('u-lead').get('/rest/api/3/issue/EXP-2/comment');
      expect(body).toMatchObject({ comments: [] });
      expect((await panelOf('EXP-2')).charter.passages).toMatchObject([
        { reason: 'unchecked', checkpoint: 'start', rules: [] },
      ]);
      site.logs.splice(0);
    },
  );

  test('comes back with its verdict once the app may see it again', async () => {
    await blind();
    expect((await panelOf('EXP-2')).gate).toBeNull();
    await switches({ appBrowses: { EXP: true }, appRights: 'all' });
    expect((await panelOf('EXP-2')).gate).toMatchObject({ verdict: 'pass' });
    expect((await as('u-coo').move('EXP-2', 'Start')).status).toBe(204);
    // The clocks, set to the new policy meanwhile, may have asked for a lead while the app was blind.
    site.logs.splice(0);
  });
});

test('a child whose epic the app may not see is not known either, and the sentence names the epic', async () => {
  await enforce(site, 'EXP', { childrenFollow: true });
  await as('u-lead').send('PUT', '/rest/api/3/issue/EXP-1', { fields: { security: { name: 'Leads only' } } });
  const text = await unchanged(site.sandbox, async () =>
    refusalText(await as('u-product').move('EXP-17', 'Start')),
  );
  expect(text).toMatch(/^Holdfast may not see EXP-1 in Jira, so it could not check EXP-17\./);
  expect(await panelOf('EXP-17')).toMatchObject({ gate: null, gateUnknown: 'app-may-not-see' });
  const { items } = await answerOf<ReportPageAnswer>(
    as('u-lead'),
    'gap-report',
    'report/page',
    { filter: { scope: 'all', text: 'EXP-17' } },
    'EXP',
  );
  expect(items).toMatchObject([{ issueKey: 'EXP-17', gate: null, gateUnknown: 'app-may-not-see' }]);
  site.logs.splice(0);
});

describe('a project under an app access rule', () => {
  test('is not known at the gate, and closed to people through the app as well', async () => {
    await switches({ appRules: { EXP: 'blocked' } });
    const text = refusalText(await as('u-coo').move('EXP-2', 'Start'));
    expect(text).toMatch(/^Holdfast may not see EXP-2 in Jira/);
    expect(text).toContain('app access rule');
    for (const call of ['report/page', 'report/handoffs', 'report/indicators', 'report/past']) {
      const { body } = await as('u-lead').invoke('gap-report', call, {}, EXP);
      expect([call, body]).toEqual([call, expect.objectContaining({ ok: false })]);
    }
    expect((await as('u-lead').panel('EXP-2', 'charter/get')).body).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    site.logs.splice(0);
  });

  test.each(['observe', 'coach'])('lets everything pass in %s', async (mode) => {
    await enforce(site, 'EXP', { mode });
    await switches({ appRules: { EXP: 'blocked' } });
    expect((await as('u-coo').move('EXP-1', 'Start')).status).toBe(204);
    site.logs.splice(0);
  });

  test('still takes the answer of a provider, whose promise is their own', async () => {
    await switches({ appRules: { EXP: 'blocked' } });
    const { body } = await as('u-platform').panel('EXP-3', 'agreement/acknowledge', { agreementId: 'A1' });
    expect(body).toMatchObject({ ok: true, agreement: { id: 'A1', status: 'acknowledged' } });
    site.logs.splice(0);
  });
});

describe('what a promise rests on, in a project that is hidden from the app alone', () => {
  let key: string;
  beforeEach(async () => {
    await changePolicy(site, 'EXP', ({ rules }) => ({
      rules: { ...rules, 'agreement.rests-on-unacknowledged': { start: 'block', finish: 'off' } },
    }));
    const needed = { acceptance: 'It runs', neededBy: '2026-12-20' };
    const theirs = newEpic(site.sandbox, {}, 'PLAT');
    key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'dri/accept');
    await as('u-coo').done(key, 'agreement/request', {
      providerAccountId: 'u-platform',
      deliverable: 'Power',
      providerIssueKey: theirs,
      ...needed,
    });
    await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  });
  afterEach(() => switches({ appBrowses: { PLAT: true } }));

  const told = async () => {
    const { gate, restsUnseen } = (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer;
    const report = await as('u-coo').invoke(
      'gap-report',
      'report/page',
      { filter: { text: key } },
      { projectKey: 'EXP' },
    );
    const tried = await as('u-lead').invoke('transition-gate', 'rule/test', {
      issueKey: key,
      rule: { checkpoint: 'start' },
    });
    const { items } = report.body as { items: readonly object[] };
    return { verdict: gate?.verdict, beside: [restsUnseen, ...[items[0], tried.body].map(unseenIn)] };
  };
  const unseenIn = (body: unknown): unknown => (body as { restsUnseen?: true }).restsUnseen;

  test('is told beside the same verdict in panel, report and the rule’s test', async () => {
    const seen = await told();
    expect(seen.beside).toEqual([undefined, undefined, undefined]);
    await switches({ appBrowses: { PLAT: false } });
    expect(await told()).toEqual({ verdict: seen.verdict, beside: [true, true, true] });
  });
});

describe('a blocker in a project that is hidden from the app alone', () => {
  let key: string;
  beforeEach(async () => {
    key = newEpic(site.sandbox);
    site.sandbox.jira.addLink('Blocks', 'PLAT-1', key);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'dri/accept');
    await as('u-coo').done(key, 'dependencies/declare-none');
    await switches({ appBrowses: { PLAT: false } });
  });
  afterEach(() => switches({ appBrowses: { PLAT: true } }));

  const told = async (who: string) => {
    const panel = await as(who).done(key, 'charter/get');
    const { body } = await as(who).invoke(
      'gap-report',
      'report/page',
      { filter: { text: key } },
      { projectKey: 'EXP' },
    );
    const { items } = body as { items: readonly { readonly waitsUnseen?: true; readonly gate: unknown }[] };
    return { panel: panel as { readonly waitsUnseen?: true; readonly gate: unknown }, line: items[0] };
  };

  test('is told beside the same verdict to whoever sees it, and to nobody else', async () => {
    const [seeing, blind] = [await told('u-coo'), await told('u-viewer')];
    expect([seeing.panel.waitsUnseen, seeing.line?.waitsUnseen]).toEqual([true, true]);
    expect([blind.panel.waitsUnseen, blind.line?.waitsUnseen]).toEqual([undefined, undefined]);
    expect(seeing.panel.gate).toEqual(blind.panel.gate);
    expect(seeing.line?.gate).toEqual(blind.line?.gate);
  });

  test('is told in the rule’s test as well', async () => {
    const { body } = await as('u-lead').invoke('transition-gate', 'rule/test', {
      issueKey: key,
      rule: { checkpoint: 'start' },
    });
    expect(body).toMatchObject({ ok: true, waitsUnseen: true });
  });

  test('is not told once the app sees it', async () => {
    await switches({ appBrowses: { PLAT: true } });
    expect((await told('u-coo')).panel.waitsUnseen).toBeUndefined();
  });
});
