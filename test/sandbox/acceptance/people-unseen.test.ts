import type { CharterAnswer, CommitmentsAnswer, ReportPageAnswer } from '../../../src/contract/answers';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';
import { askEverywhere, contradictions, countsOf } from '../../support/verdicts/consumers';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const leaves = (accountId: string, how: object = { active: false }) =>
  as('u-admin').send('POST', `/sandbox/users/${accountId}`, how);
const faults = (body: object) => as('u-admin').send('POST', '/sandbox/faults', body);

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP');
}, 180_000);

/** Fields and rows are not written while the queue is down; what was saved is saved. */
async function withoutFollowUps(run: () => Promise<unknown>): Promise<void> {
  await faults({ target: 'queue', match: '*', status: 500 });
  await run();
  await as('u-admin').send('DELETE', '/sandbox/faults');
  expect(site.logs.splice(0)).not.toEqual([]);
}

const panelOf = async (issueKey: string): Promise<CharterAnswer> =>
  (await as('u-lead').done(issueKey, 'charter/get')) as unknown as CharterAnswer;

const rulesOf = async (issueKey: string): Promise<readonly string[]> =>
  (await panelOf(issueKey)).gate?.findings.map(({ rule }) => rule) ?? ['not known'];

const rowOf = async (issueKey: string) => {
  const { items } = await answerOf<ReportPageAnswer>(as('u-lead'), 'gap-report', 'report/page', {}, 'EXP');
  return items.find((row) => row.issueKey === issueKey);
};

/** Every surface blocks, the counts agree, and the refusal says why. */
async function blockedEverywhere(issueKey: string, rule: string): Promise<void> {
  const verdictOfRow = (await rowOf(issueKey))?.gate;
  expect(verdictOfRow?.findings.map((finding) => finding.rule)).toContain(rule);
  expect(await rulesOf(issueKey)).toContain(rule);
  const counts = await countsOf(site, 'EXP');
  expect(counts).toEqual({ report: counts.report, preview: counts.report, gadget: counts.report });
  expect(refusalText(await as('u-coo').move(issueKey, 'Start'))).toMatch(/no longer active/);
  const [asked] = await askEverywhere(site, 'EXP', [issueKey]);
  expect(asked?.answers).toMatchObject({
    panel: 'block',
    report: 'block',
    'rule/test': 'block',
    'Gate field': 'block',
    transition: 'block',
  });
  expect(asked && contradictions(asked)).toEqual([]);
}

test('a provider who left after promising holds the item back on every surface', async () => {
  expect((await panelOf('EXP-2')).gate?.verdict).toBe('pass');
  const before = await countsOf(site, 'EXP');
  await leaves('u-platform');
  await blockedEverywhere('EXP-2', 'agreement.provider-inactive');
  expect((await countsOf(site, 'EXP')).preview).toBeGreaterThan(before.preview);
});

test('a provider whose account was closed holds it back before any record was cleaned', async () => {
  await leaves('u-platform', { closed: true });
  await blockedEverywhere('EXP-2', 'agreement.provider-inactive');
});

test('a DRI whose field was never written, and who then left, holds the item back', async () => {
  const key = newEpic(site.sandbox);
  await withoutFollowUps(async () => {
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-sales' });
    await as('u-sales').done(key, 'dri/accept');
    await as('u-sales').done(key, 'dependencies/declare-none');
  });
  expect((await panelOf(key)).gate?.verdict).toBe('pass');
  await leaves('u-sales');
  await blockedEverywhere(key, 'owner.inactive');
});

test('somebody whom the owner field alone names, and who left, is not waited for', async () => {
  const key = newEpic(site.sandbox, { customfield_10050: ['u-sales'] });
  expect(await rulesOf(key)).toContain('owner.not-accepted');
  await leaves('u-sales');
  expect(await rulesOf(key)).not.toContain('owner.not-accepted');
  await blockedEverywhere(key, 'owner.inactive');
});

test('an assignee who left owns nothing, where the policy takes the assignee for the owner', async () => {
  await enforce(site, 'EXP', { ownerSource: { kind: 'assignee' } });
  const key = newEpic(site.sandbox, { assignee: 'u-sales' });
  expect(await rulesOf(key)).toContain('owner.not-accepted');
  await leaves('u-sales');
  await blockedEverywhere(key, 'owner.inactive');
});

test('a provider who was asked instead, and whose field was never written, holds it back when they leave', async () => {
  await leaves('u-platform');
  await withoutFollowUps(async () => {
    await as('u-ops').done('EXP-2', 'agreement/reassign', {
      agreementId: 'A1',
      providerAccountId: 'u-marketing',
    });
    await as('u-marketing').done('EXP-2', 'agreement/acknowledge', { agreementId: 'A1' });
  });
  expect((await panelOf('EXP-2')).gate?.verdict).toBe('pass');
  await leaves('u-marketing');
  await blockedEverywhere('EXP-2', 'agreement.provider-inactive');
});

test('a nominee who left before answering is not waited for', async () => {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-sales' });
  await leaves('u-sales');
  await blockedEverywhere(key, 'owner.inactive');
});

test('the third light of the accountability test goes out with the provider', async () => {
  expect((await rowOf('EXP-2'))?.test.dependencies).toBe('yes');
  await leaves('u-platform');
  expect((await rowOf('EXP-2'))?.test).toMatchObject({ owner: 'yes', dependencies: 'no' });
});

test('the first light goes out with the owner', async () => {
  expect((await rowOf('EXP-2'))?.test.owner).toBe('yes');
  await leaves('u-ops');
  expect((await rowOf('EXP-2'))?.test.owner).toBe('no');
});

test('My commitments asks the owner for somebody else as soon as the provider left', async () => {
  const duties = async () => {
    const { yours } = await answerOf<CommitmentsAnswer>(as('u-ops'), 'my-commitments', 'commitments/list');
    return yours.flatMap(({ item, duty, agreement }) =>
      item?.issueKey === 'EXP-2' && agreement?.id === 'A1' ? [duty] : [],
    );
  };
  expect(await duties()).not.toContain('ask-another');
  await leaves('u-platform');
  expect(await duties()).toContain('ask-another');
});

test('of people who left nothing is said about a move around the gate: nobody can tell when they did', async () => {
  await leaves('u-platform');
  expect((await as('u-coo').move('EXP-2', 'Expedite')).status).toBe(204);
  for (let turn = 0; turn < 3; turn += 1) {
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
    await as('u-admin').send('POST', '/sandbox/drain');
  }
  expect((await panelOf('EXP-2')).charter.passages).toEqual([]);
});

test('in observe a move is recorded with the provider who left', async () => {
  await enforce(site, 'EXP', { mode: 'observe' });
  await leaves('u-platform');
  expect((await as('u-coo').move('EXP-2', 'Start')).status).toBe(204);
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT30S' });
  await as('u-admin').send('POST', '/sandbox/drain');
  expect((await panelOf('EXP-2')).charter.passages).toMatchObject([
    { reason: 'observe', rules: ['agreement.provider-inactive'] },
  ]);
});

test('a child that follows its epic is held back by the provider who left it', async () => {
  await enforce(site, 'EXP', { childrenFollow: true });
  const story = site.sandbox.jira.addIssue({
    project: 'EXP',
    type: 'Story',
    values: { summary: 'A part', reporter: 'u-coo', parent: site.sandbox.jira.issue('EXP-2')?.id ?? null },
  }).key;
  expect((await panelOf(story)).gate?.verdict).toBe('pass');
  await leaves('u-platform');
  const { gate } = await panelOf(story);
  expect(gate).toMatchObject({ verdict: 'block', ofAncestor: 'EXP-2' });
  expect(refusalText(await as('u-coo').move(story, 'Start'))).toContain('EXP-2 above it');
});
