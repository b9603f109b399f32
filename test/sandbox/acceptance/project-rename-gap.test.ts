import type { BacktestAnswer } from '../../../src/contract/backtest';
import type {
  CommitmentsAnswer,
  PolicyAnswer,
  PolicyPreviewAnswer,
  RuleModeAnswer,
  SiteCheckAnswer,
} from '../../../src/contract/answers';
import type { GadgetAnswer } from '../../../src/contract/gadget';
import type { ReadinessAnswer } from '../../../src/contract/readiness';
import { clientOf, refusalText, type Client } from '../../support/client';
import { enforce } from '../../support/enforced';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const PERIOD = { from: '2026-09-01', to: '2026-11-22' };
const UNTIL = '2026-11-25T18:00:00Z';

async function ask<T>(moduleKey: string, call: string, projectKey: string, payload: object = {}): Promise<T> {
  const context = { projectKey, extension: { project: { key: projectKey } } };
  const { body } = await as('u-admin').invoke(moduleKey, call, payload, context);
  expect(body).toMatchObject({ ok: true });
  return body as T;
}
const policyOf = (key: string) => ask<PolicyAnswer>('project-policy', 'policy/get', key);
const idOf = async (key: string) =>
  ((await as('u-admin').get(`/rest/api/3/project/${key}`)).body as { id: string }).id;
async function rename(from: string, key: string): Promise<void> {
  expect((await as('u-admin').send('PUT', `/rest/api/3/project/${from}`, { key })).status).toBe(200);
}
const start = (key: string) => as('u-product').move(key, 'Start');

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await as('u-admin').send('POST', '/sandbox/switches', { projectUpdated: 'untold' });
}, 180_000);

/** What each place that goes by a project’s records answers; of items their numbers alone, since keys change. */
async function everywhere(key: string) {
  const { policy } = await policyOf(key);
  const { decidedBy: _, ...saved } = policy;
  const [check, mode, preview, backtest, readiness, versions, gadget] = [
    await ask<SiteCheckAnswer>('site-policy', 'site-check/run', key, { mail: false }),
    await ask<RuleModeAnswer>('transition-gate', 'rule/mode', key, { projectId: await idOf(key) }),
    await ask<PolicyPreviewAnswer>('project-policy', 'policy/preview', key, { policy: saved }),
    await ask<BacktestAnswer>('project-policy', 'backtest/run', key, PERIOD),
    await ask<ReadinessAnswer>('gap-report', 'readiness/get', key),
    await ask<{ readonly versions: readonly { readonly version: number }[] }>(
      'project-policy',
      'policy/versions',
      key,
    ),
    (
      await as('u-admin').invoke(
        'gap-gadget',
        'report/gadget',
        {},
        {
          extension: { gadgetConfiguration: { projectKey: key } },
        },
      )
    ).body as GadgetAnswer,
  ];
  const { items, moved, byCharter, moves } = backtest.figures;
  const { looked, blockedBefore, blockedAfter, notKnown } = preview;
  const here = check.projects.find(({ projectKey }) => projectKey === key);
  return {
    policy,
    attached: (await policyOf(key)).attached,
    mode: mode.mode,
    modeOfSite: here?.mode,
    borders: here?.borders,
    preview: { looked, blockedBefore, blockedAfter, notKnown },
    backtest: { items, moved, byCharter, moves },
    programme: readiness.programme,
    readinessPolicy: readiness.policy,
    versions: versions.versions.map(({ version }) => version),
    kept: 'kept' in gadget,
    numbers: gadget.summary.items,
  };
}

test('before anybody told of the new key, every place goes by what the project decided', async () => {
  await changePolicy(site, 'EXP', () => ({ sharesNumbers: true, acknowledgementHours: 7 }));
  const { version } = await ask<ReadinessAnswer>('gap-report', 'readiness/get', 'EXP');
  await ask('gap-report', 'readiness/start', 'EXP', { version });
  await start('EXP-1');
  await site.sandbox.drain();
  const was = await everywhere('EXP');
  expect(was).toMatchObject({
    mode: 'enforce',
    modeOfSite: 'enforce',
    kept: true,
    attached: { start: true },
  });
  expect(was.programme).not.toBeNull();
  expect(was.preview.blockedBefore).toBeGreaterThan(0);
  await rename('EXP', 'GROW');
  // Whoever looked at the policy had the rest brought along; the queue has not come to it yet.
  expect(await everywhere('GROW')).toEqual(was);
  await site.sandbox.drain();
  expect(await everywhere('GROW')).toEqual(was);
});

test('a project that takes the key meanwhile has none of it, and two that swapped keys have each their own', async () => {
  await ask('gap-report', 'readiness/start', 'EXP', { version: 0 });
  const [exp, team] = [await everywhere('EXP'), await everywhere('TEAM')];
  await rename('EXP', 'MID');
  await rename('TEAM', 'EXP');
  expect((await everywhere('EXP')).programme).toBeNull();
  await rename('MID', 'TEAM');
  const { modeOfSite, policy, programme, versions } = exp;
  // While both follow, one aside the other.
  for (let look = 0; look < 4; look += 1)
    expect(await everywhere('TEAM')).toMatchObject({ modeOfSite, policy, programme });
  await site.sandbox.drain();
  expect(await everywhere('TEAM')).toMatchObject({ modeOfSite, policy, programme, versions });
  expect((await everywhere('EXP')).policy).toEqual(team.policy);
});

test('a policy saved and a brake pulled under the new key join what lies under the former one', async () => {
  const { version } = (await policyOf('EXP')).policy;
  await rename('EXP', 'GROW');
  await ask('project-policy', 'brake/apply', 'GROW', { until: UNTIL, reason: 'The release is stuck' });
  expect((await policyOf('GROW')).brake).toMatchObject({ of: 'project' });
  expect((await policyOf('GROW')).policy).toMatchObject({ mode: 'enforce', version });
  expect((await start('GROW-1')).status).toBe(204);
  await site.sandbox.drain();
  expect((await policyOf('GROW')).brake).toMatchObject({ of: 'project' });
  await ask('project-policy', 'brake/lift', 'GROW');
  expect(refusalText(await start(newEpic(site.sandbox, {}, 'GROW')))).toContain('GROW');

  await rename('GROW', 'RISE');
  const { policy } = await policyOf('RISE');
  const { decidedBy: _, ...saved } = policy;
  await ask('project-policy', 'policy/save', 'RISE', { policy: { ...saved, acknowledgementHours: 9 } });
  await site.sandbox.drain();
  expect((await policyOf('RISE')).policy).toMatchObject({ version: version + 1, acknowledgementHours: 9 });
  const log = await ask<{ readonly versions: readonly { readonly version: number }[] }>(
    'project-policy',
    'policy/versions',
    'RISE',
  );
  expect(log.versions.map((one) => one.version)).toEqual([version + 1, version]);
});

test('a move that no rule was asked about is recorded by the policy of the project, and its charter goes on', async () => {
  const before = await as('u-coo').done('EXP-3', 'charter/get');
  await rename('EXP', 'GROW');
  expect((await as('u-coo').move('GROW-3', 'Expedite')).status).toBe(204);
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT2M' });
  await site.sandbox.drain();
  const { charter } = await as('u-coo').done('GROW-3', 'charter/get');
  expect(charter.passages).toMatchObject([{ reason: 'bypass' }]);
  expect(charter.agreements).toEqual(before.charter.agreements);
});

describe('a promise between two projects', () => {
  const needed = { acceptance: 'It runs', neededBy: '2026-12-20' };
  const blocks = { rules: { 'agreement.rests-on-unacknowledged': { start: 'block', finish: 'block' } } };

  async function owned(key: string, owner: string): Promise<string> {
    await as('u-cto').done(key, 'dri/nominate', { accountId: owner });
    await as(owner).done(key, 'dri/accept');
    return key;
  }

  /** An epic of EXP whose promise rests on an epic of PLAT that waits for a promise itself. */
  async function resting(): Promise<{ readonly mine: string; readonly theirs: string }> {
    for (const project of ['EXP', 'PLAT']) {
      await enforce(site, project);
      await changePolicy(site, project, ({ rules }) => ({ rules: { ...rules, ...blocks.rules } }));
    }
    const theirs = await owned(newEpic(site.sandbox, {}, 'PLAT'), 'u-platform');
    await as('u-platform').done(theirs, 'agreement/request', {
      providerAccountId: 'u-ops',
      deliverable: 'Racks',
      ...needed,
    });
    const mine = await owned(newEpic(site.sandbox), 'u-coo');
    await as('u-coo').done(mine, 'agreement/request', {
      providerAccountId: 'u-platform',
      deliverable: 'Power',
      providerIssueKey: theirs,
      ...needed,
    });
    await as('u-platform').done(mine, 'agreement/acknowledge', { agreementId: 'A1' });
    await site.sandbox.drain();
    return { mine, theirs };
  }
  const rulesOf = async (key: string) =>
    (await as('u-coo').done(key, 'charter/get')).gate.findings.map(({ rule }) => rule);
  const RESTS = 'agreement.rests-on-unacknowledged';

  test.each(['told', 'untold'])(
    'rests on the same issue after its project got another key: %s',
    async (how) => {
      await as('u-admin').send('POST', '/sandbox/switches', { projectUpdated: how });
      const { mine, theirs } = await resting();
      expect(await rulesOf(mine)).toContain(RESTS);
      await rename('PLAT', 'BASE');
      expect(await rulesOf(mine)).toContain(RESTS);
      expect((await start(mine)).status).toBe(400);
      await as('u-admin').send('POST', '/sandbox/triggers/weekly-review');
      await site.sandbox.drain();
      expect(await rulesOf(mine)).toContain(RESTS);
      await as('u-ops').done(theirs.replace('PLAT', 'BASE'), 'agreement/acknowledge', { agreementId: 'A1' });
      await site.sandbox.drain();
      expect(await rulesOf(mine)).not.toContain(RESTS);
    },
  );

  test('is answered by its provider, from My commitments, after the asking project got another key', async () => {
    await rename('EXP', 'GROW');
    const { body } = await as('u-platform').invoke('my-commitments', 'commitments/list', {});
    const { yours } = body as CommitmentsAnswer;
    expect(yours.map((one) => JSON.stringify(one)).join()).toMatch(/-3"/);
    await site.sandbox.drain();
    await as('u-platform').done('GROW-3', 'agreement/acknowledge', { agreementId: 'A1' });
    expect((await as('u-coo').done('GROW-3', 'charter/get')).charter.agreements).toMatchObject([
      { id: 'A1', status: 'acknowledged' },
    ]);
  });
});
