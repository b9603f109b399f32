import type { CharterAnswer, PolicyAnswer, ReportPageAnswer } from '../../../src/contract/answers';
import type { BacktestAnswer } from '../../../src/contract/backtest';
import type { GadgetAnswer } from '../../../src/contract/gadget';
import type { HandoffsAnswer } from '../../../src/contract/handoffs';
import type { IndicatorsAnswer } from '../../../src/contract/indicators';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce, refusalOf } from '../../support/enforced';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const lead = (): Client => as('u-lead');
const EXP = { projectKey: 'EXP' };
const PERIOD = { from: '2026-09-01', to: '2026-11-22' };

const anew = async (): Promise<void> => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP');
};

async function made(path: string, body: object): Promise<string> {
  const reply = await as('u-admin').send('POST', `/rest/api/3/${path}`, body);
  expect(reply.status).toBe(201);
  return (reply.body as { id: string }).id;
}
const deleted = async (path: string): Promise<void> => {
  expect((await as('u-admin').send('DELETE', `/rest/api/3/${path}`)).status).toBe(204);
};
const policy = () => answerOf<PolicyAnswer>(lead(), 'project-policy', 'policy/get', {}, 'EXP');

/** Everything the reports of EXP say, without the moment they said it. */
async function reports() {
  const page = await answerOf<ReportPageAnswer>(lead(), 'gap-report', 'report/page', {}, 'EXP');
  const handoffs = await answerOf<HandoffsAnswer>(lead(), 'gap-report', 'report/handoffs', {}, 'EXP');
  const indicators = await answerOf<IndicatorsAnswer>(lead(), 'gap-report', 'report/indicators', {}, 'EXP');
  const past = await answerOf<IndicatorsAnswer>(lead(), 'gap-report', 'report/past', {}, 'EXP');
  const drift = await answerOf<object>(lead(), 'gap-report', 'report/drift', {}, 'EXP');
  const backtest = await answerOf<BacktestAnswer>(lead(), 'project-policy', 'backtest/run', PERIOD, 'EXP');
  const { body } = await lead().invoke(
    'gap-gadget',
    'report/gadget',
    {},
    { extension: { gadgetConfiguration: EXP } },
  );
  const gadget = body as GadgetAnswer;
  return {
    page: page.items.map(({ issueKey, gate }) => [issueKey, gate?.verdict]),
    unknownTypes: page.unknownTypes ?? [],
    lost: page.lost,
    handoffs: handoffs.handoffs,
    indicators: indicators.evidence,
    past: past.evidence,
    drift: { ...drift, now: undefined },
    backtest: backtest.figures,
    gadget: gadget.summary,
  };
}

describe('what Jira no longer has', () => {
  beforeEach(anew, 60_000);

  test('a type that is deleted in Jira takes nothing but itself from the reports and the gate', async () => {
    const id = await made('issuetype', { name: 'Venture' });
    await enforce(site, 'EXP', { workItemTypes: ['Epic', { id }] });
    const before = await reports();
    expect([before.page.length > 8, before.unknownTypes]).toEqual([true, []]);
    expect(before.gadget.items).toBe(before.page.length);

    await deleted(`issuetype/${id}`);
    const after = await reports();
    expect(after).toEqual({ ...before, unknownTypes: [{ id, name: 'Venture' }] });
    expect((await policy()).unknown).toMatchObject({ types: [{ id, name: 'Venture' }] });
    expect(refusalText(await as('u-coo').move('EXP-1', 'Start'))).toContain('EXP-1');
    expect((await as('u-coo').move('EXP-2', 'Start')).status).toBe(204);
  });

  test('a type whose items went to another in Jira is told as unknown, whatever it was called', async () => {
    await enforce(site, 'EXP', { workItemTypes: ['Epic', 'Story'] });
    const before = await reports();
    await deleted('issuetype/10001?alternativeIssueTypeId=10002');
    const after = await reports();
    const epics = before.page.filter(([key]) => Number(String(key).slice(4)) < 17);
    expect(after.page).toEqual(epics);
    expect(after.unknownTypes).toEqual([{ id: '10001', name: 'Story' }]);
    expect((await policy()).unknown.types).toEqual([{ id: '10001', name: 'Story' }]);
  });

  test('a policy of nothing that Jira knows says so everywhere, and holds nothing back', async () => {
    const one = await made('issuetype', { name: 'Venture' });
    const two = await made('issuetype', { name: 'Bet' });
    await enforce(site, 'EXP', { workItemTypes: [{ id: one }, { id: two }] });
    await deleted(`issuetype/${one}`);
    await deleted(`issuetype/${two}`);
    const gone = [
      { id: one, name: 'Venture' },
      { id: two, name: 'Bet' },
    ];
    const { page, unknownTypes } = await reports();
    expect([page, unknownTypes]).toEqual([[], gone]);
    expect((await policy()).unknown.types).toEqual(gone);
    const { items } = await answerOf<ReportPageAnswer>(
      lead(),
      'gap-report',
      'report/page',
      { filter: { scope: 'all' } },
      'EXP',
    );
    expect(items.length).toBeGreaterThan(10);
    expect((await as('u-coo').move('EXP-1', 'Start')).status).toBe(204);
    expect(site.logs).toEqual([]);
  });

  test('a policy with something unknown in it can still be saved, and looked at before', async () => {
    const id = await made('issuetype', { name: 'Venture' });
    await enforce(site, 'EXP', { workItemTypes: ['Epic', { id }] });
    await deleted(`issuetype/${id}`);
    const { policy: held } = await policy();
    const preview = await answerOf<{ changed: unknown[]; looked: number }>(
      lead(),
      'project-policy',
      'policy/preview',
      { policy: held },
      'EXP',
    );
    expect(preview).toMatchObject({ changed: [] });
    expect(preview.looked).toBeGreaterThan(8);
    const saved = await answerOf<PolicyAnswer>(
      lead(),
      'project-policy',
      'policy/save',
      { policy: { ...held, mode: 'coach' } },
      'EXP',
    );
    expect(saved).toMatchObject({ policy: { mode: 'coach' }, unknown: { types: [{ id }] } });
  });

  const panel = async (key: string) =>
    (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer;

  test('a link type that is deleted in Jira no longer counts, and the others do', async () => {
    const id = await made('issueLinkType', { name: 'Need', inward: 'is needed by', outward: 'needs' });
    await enforce(site, 'EXP', {
      waitsFor: [
        { linkTypeId: '10000', direction: 'inward' },
        { linkTypeId: id, direction: 'outward' },
      ],
    });
    await as('u-coo').send('POST', '/rest/api/3/issueLink', {
      type: { id },
      outwardIssue: { key: 'PLAT-3' },
      inwardIssue: { key: 'EXP-1' },
    });
    const blockers = async () =>
      (await panel('EXP-1')).item.blockers.map((blocker) => (blocker.hidden ? 'hidden' : blocker.issueKey));
    expect((await blockers()).toSorted()).toEqual(['PLAT-1', 'PLAT-3']);
    await deleted(`issueLinkType/${id}`);
    expect(await blockers()).toEqual(['PLAT-1']);
    expect((await policy()).unknown).toMatchObject({
      links: [{ linkTypeId: id, direction: 'outward', words: 'needs' }],
      waitsForNothing: false,
    });
    expect((await reports()).lost).toEqual({
      links: [{ linkTypeId: id, direction: 'outward', words: 'needs' }],
      waitsForNothing: false,
    });
    expect(site.logs).toEqual([]);
  });

  test('a policy whose last link type is deleted says that it waits for nothing', async () => {
    const id = await made('issueLinkType', { name: 'Need', inward: 'is needed by', outward: 'needs' });
    await enforce(site, 'EXP', { waitsFor: [{ linkTypeId: id, direction: 'outward' }] });
    expect((await reports()).lost).toBeUndefined();
    expect((await policy()).unknown).toMatchObject({ links: [], waitsForNothing: false });
    await deleted(`issueLinkType/${id}`);
    expect((await policy()).unknown).toMatchObject({ links: [{ linkTypeId: id }], waitsForNothing: true });
    expect((await reports()).lost).toMatchObject({ links: [{ linkTypeId: id }], waitsForNothing: true });
  });

  test('an owner field that is gone is told at the policy, and names nobody any more', async () => {
    const owners = async () => (await panel('EXP-1')).gate?.findings.map(({ rule }) => rule)[0];
    expect([await owners(), (await policy()).unknown.ownerField]).toEqual(['owner.shared', undefined]);
    const trash = await as('u-admin').send('POST', '/rest/api/3/field/customfield_10050/trash', {});
    expect(trash.status).toBe(200);
    expect([await owners(), (await policy()).unknown.ownerField]).toEqual([
      'owner.missing',
      'customfield_10050',
    ]);
    expect(refusalText(await as('u-coo').move('EXP-1', 'Start'))).toContain('Nobody owns this work item');
    // Whoever was nominated owns theirs as before, and every report goes on.
    expect((await panel('EXP-2')).gate?.verdict).toBe('pass');
    const { page, handoffs, backtest, lost } = await reports();
    expect(lost).toEqual({ links: [], ownerField: 'customfield_10050', waitsForNothing: false });
    expect(page.length).toBeGreaterThan(8);
    expect(handoffs.lines.length).toBeGreaterThan(3);
    expect(backtest.moved).toBeGreaterThan(3);
    expect((await as('u-coo').move('EXP-2', 'Start')).status).toBe(204);
  });
});

describe.each([
  ['policy/save', {}],
  ['policy/preview', {}],
  ['backtest/run', PERIOD],
])('%s', (call, more) => {
  beforeAll(anew, 60_000);

  test.each([
    ['a type by a name Jira does not know', { workItemTypes: ['Epic', 'Saga'] }, 'policy.workItemTypes.1'],
    ['a type by an id Jira does not know', { workItemTypes: [{ id: '99999' }] }, 'policy.workItemTypes.0'],
    ['a level Jira does not have', { workItemTypes: [{ level: 7 }] }, 'policy.workItemTypes.0'],
    ['a link by words nobody says', { waitsFor: ['is blocked by', 'longs for'] }, 'policy.waitsFor.1'],
    [
      'a link type Jira does not know',
      { waitsFor: [{ linkTypeId: '99999', direction: 'inward' }] },
      'policy.waitsFor.0',
    ],
    [
      'a field Jira does not know',
      { ownerSource: { kind: 'field', fieldId: 'customfield_99999' } },
      'policy.ownerSource.fieldId',
    ],
  ])('refuses %s and names the field', async (_, change, field) => {
    const { policy: held } = await policy();
    const payload = { policy: { ...held, ...change }, ...more };
    const before = await policy();
    const error = await refusalOf(lead(), 'project-policy', call, payload, EXP);
    expect(error).toMatchObject({ code: 'invalid', field });
    expect((await policy()).policy).toEqual(before.policy);
  });
});
