import type { PolicyAnswer, PolicyPreviewAnswer } from '../../../src/contract/answers';
import type { Policy } from '../../../src/domain/policy/policy';
import { clientOf, refusalText, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

async function ask<T>(
  moduleKey: string,
  call: string,
  payload: object = {},
  projectKey?: string,
): Promise<T> {
  const context = projectKey === undefined ? {} : { projectKey };
  const { body } = await as('u-admin').invoke(moduleKey, call, payload, context);
  expect(body).toMatchObject({ ok: true });
  return body as T;
}
const ofSite = () => ask<PolicyAnswer>('site-policy', 'site-policy/get');
const ofProject = (key: string) => ask<PolicyAnswer>('project-policy', 'policy/get', {}, key);

async function saveSite(change: Partial<Policy>): Promise<void> {
  const { policy } = await ofSite();
  await ask('site-policy', 'site-policy/save', { policy: { ...policy, ...change } });
}
async function saveProject(key: string, change: Partial<Policy>): Promise<void> {
  const { policy } = await ofProject(key);
  await ask('project-policy', 'policy/save', { policy: { ...policy, ...change } }, key);
}

async function followSite(key: string): Promise<void> {
  const { policy } = await ofProject(key);
  await ask('project-policy', 'policy/follow-site', { version: policy.version }, key);
}

test('a project follows the site, decides for itself, and follows again; each holds at the gate at once', async () => {
  const moved = async () => (await as('u-marketing').move(newEpic(site.sandbox, {}, 'TEAM'), 'Start')).status;
  expect(await ofProject('TEAM')).toMatchObject({ inherited: false, policy: { mode: 'enforce' } });
  await followSite('TEAM');
  expect(await ofProject('TEAM')).toMatchObject({ inherited: true, policy: { mode: 'observe' } });
  expect(await moved()).toBe(204);
  await saveSite({ acknowledgementHours: 36 });
  expect(await ofProject('TEAM')).toMatchObject({
    inherited: true,
    policy: { mode: 'observe', acknowledgementHours: 36, decidedBy: 'site' },
  });
  expect(await moved()).toBe(204);
  await saveProject('TEAM', { mode: 'enforce' });
  expect(await ofProject('TEAM')).toMatchObject({ inherited: false, above: { mode: 'observe' } });
  expect(await moved()).toBe(400);
  await followSite('TEAM');
  expect(await ofProject('TEAM')).toMatchObject({ inherited: true, policy: { mode: 'observe' } });
  expect(await moved()).toBe(204);
});

test('a finding names the policy and the version that made it', async () => {
  await saveSite({ mode: 'enforce' });
  const { policy } = await ofSite();
  const { gate } = await as('u-marketing').done(newEpic(site.sandbox, {}, 'TEAM'), 'charter/get');
  expect(gate).toMatchObject({ policyOf: 'site', policyVersion: policy.version });
});

type Saved = { readonly version: number; readonly savedBy: string; readonly policy: Policy | null };

test('every version is kept: who saved it, and what', async () => {
  const { versions } = await ask<{ versions: readonly Saved[] }>(
    'project-policy',
    'policy/versions',
    {},
    'TEAM',
  );
  expect(versions.map(({ version, savedBy, policy }) => [version, savedBy, policy?.mode ?? null])).toEqual([
    [4, 'u-admin', null],
    [3, 'u-admin', 'enforce'],
    [2, 'u-admin', null],
    [1, 'u-admin', 'enforce'],
  ]);
});

const changes: readonly (readonly [string, (policy: Policy) => Partial<Policy>])[] = [
  [
    'a brief at the start',
    ({ rules }) => ({ rules: { ...rules, 'brief.incomplete': { start: 'block', finish: 'warn' } } }),
  ],
  [
    'nothing but the owner',
    ({ rules }) => ({
      rules: Object.fromEntries(
        Object.keys(rules).map((id) => [
          id,
          id.startsWith('owner') ? { start: 'block', finish: 'block' } : { start: 'off', finish: 'off' },
        ]),
      ) as unknown as Policy['rules'],
    }),
  ],
  ['only watching', () => ({ mode: 'observe' })],
  ['the owner from the charter', () => ({ ownerSource: { kind: 'charter' } })],
  ['three dependencies', () => ({ minimumDependencies: 3 })],
];

test.each(changes)('the preview agrees with what the panel then says: %s', async (_what, change) => {
  const { policy } = await ofProject('EXP');
  const next = { ...policy, ...change(policy) };
  const { changed, nextCursor, looked } = await ask<PolicyPreviewAnswer>(
    'project-policy',
    'policy/preview',
    { policy: next },
    'EXP',
  );
  expect(nextCursor).toBeUndefined();
  expect(looked).toBeGreaterThan(10);
  await saveProject('EXP', next);
  for (const { issueKey, after, added, removed } of changed) {
    const { gate } = await as('u-coo').done(issueKey, 'charter/get');
    expect({ issueKey, verdict: gate.verdict }).toEqual({ issueKey, verdict: after });
    const rules = gate.findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining([...added]));
    expect(removed.filter((rule) => rules.includes(rule))).toEqual([]);
  }
});

test('who is not a Jira administrator neither sees nor saves the site’s policy', async () => {
  for (const call of ['site-policy/get', 'site-policy/versions'])
    expect((await as('u-lead').invoke('site-policy', call, {}, {})).body).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
});

test('a rule tried on an item answers as Jira then does', async () => {
  const key = newEpic(site.sandbox, {}, 'TEAM');
  const tried = await ask<{ outcome: string; lines: readonly string[] }>('transition-gate', 'rule/test', {
    issueKey: key,
    rule: { checkpoint: 'start' },
  });
  expect(tried.outcome).toBe('refused');
  expect(tried.lines.join('\n')).toBe(refusalText(await as('u-marketing').move(key, 'Start')));
});
