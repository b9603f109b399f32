import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CharterAnswer, ReportPageAnswer, RuleTestAnswer } from '../../../src/contract/answers';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { root, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

type Type = 'Epic' | 'Story' | 'Task' | 'Bug' | 'Sub-task';
const TYPES: readonly Type[] = ['Epic', 'Story', 'Task', 'Bug', 'Sub-task'];

const made = (type: Type, project = 'EXP'): string => {
  const { jira } = site.sandbox;
  const parent = type === 'Sub-task' ? { parent: jira.issue('EXP-17')?.id ?? null } : {};
  return jira.addIssue({
    project,
    type,
    values: { summary: `A ${type} of one test`, reporter: 'u-coo', ...parent },
  }).key;
};

const panelOf = async (who: string, key: string) =>
  (await as(who).done(key, 'charter/get')) as unknown as CharterAnswer;
const tried = (issueKey: string) =>
  answerOf<RuleTestAnswer>(as('u-lead'), 'transition-gate', 'rule/test', {
    issueKey,
    rule: { checkpoint: 'start' },
  });
const lozengeOf = async (key: string): Promise<string | undefined> => {
  const { body } = await as('u-coo').send('POST', '/sandbox/properties/epic-standing', {
    context: { issueKey: key },
  });
  return (body as { status?: { value: { label: string } } }).status?.value.label;
};

/** Everything from nobody to a passing Start, with nothing but calls of the panel. */
async function settle(key: string): Promise<void> {
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toContain(
    'Nominate one person in the Agreements panel',
  );
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toContain('Hana Sato was nominated');
  await as('u-ops').done(key, 'dri/accept');
  await as('u-ops').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'A staging environment',
    acceptance: 'It answers on its address',
    neededBy: '2026-12-18',
  });
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toContain('waits for Tomasz Wrona');
  await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  expect((await panelOf('u-coo', key)).gate).toMatchObject({ verdict: 'pass', findings: [] });
  expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
}

test('no condition keeps the panel or the context from any work item', () => {
  const manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as {
    modules: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  };
  for (const module of ['jira:issuePanel', 'jira:issueContext']) {
    const entries = manifest.modules[module] ?? [];
    expect(entries).toHaveLength(1);
    expect(Object.keys(entries[0] ?? {})).not.toContain('displayConditions');
  }
});

describe.each(TYPES)('a %s', (type) => {
  test('outside the policy has a panel that answers, and passes untouched', async () => {
    await enforce(site, 'EXP', { workItemTypes: [type === 'Task' ? 'Bug' : 'Task'] });
    const key = made(type);
    const { gate, item, policy } = await panelOf('u-coo', key);
    expect([gate?.verdict, gate?.findings, item.type.id === '10002']).toEqual(['pass', [], type === 'Task']);
    expect(policy.workItemTypes).not.toContainEqual(expect.objectContaining({ id: item.type.id }));
    expect(await tried(key)).toMatchObject({ outcome: 'untouched', lines: [] });
    expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
  });

  test('under the policy is refused, and its panel leads to a Start that passes', async () => {
    await enforce(site, 'EXP', { workItemTypes: [type] });
    const key = made(type);
    expect((await panelOf('u-viewer', key)).gate).toMatchObject({ verdict: 'block' });
    expect((await tried(key)).outcome).toBe('refused');
    expect(await lozengeOf(key)).toBe('No owner yet');
    const { items } = await answerOf<ReportPageAnswer>(
      as('u-viewer'),
      'gap-report',
      'report/page',
      { filter: { text: key } },
      'EXP',
    );
    expect(items).toMatchObject([{ issueKey: key, gate: { verdict: 'block' } }]);
    await settle(key);
    expect((await panelOf('u-coo', key)).gate?.checkpoint).toBe('finish');
  });
});

test('of two types of one level, the one that the policy names is gated and the other is not', async () => {
  await enforce(site, 'EXP', { workItemTypes: ['Story'] });
  const [story, task] = [made('Story'), made('Task')];
  expect((await as('u-coo').move(task, 'Start')).status).toBe(204);
  await settle(story);
});

test('a whole level under the policy takes every type of it', async () => {
  await enforce(site, 'EXP', { workItemTypes: [{ level: 0 }] });
  for (const type of ['Story', 'Task', 'Bug'] as const) {
    expect(refusalText(await as('u-coo').move(made(type), 'Start'))).toContain('Nobody owns');
  }
  for (const type of ['Epic', 'Sub-task'] as const) {
    expect((await as('u-coo').move(made(type), 'Start')).status).toBe(204);
  }
});

test('a work item that becomes of a type under the policy is gated from then on', async () => {
  await enforce(site, 'EXP', { workItemTypes: ['Story'] });
  const key = made('Task');
  expect((await panelOf('u-coo', key)).gate?.verdict).toBe('pass');
  const { status } = await as('u-lead').send('POST', '/rest/api/3/bulk/issues/move', {
    sendBulkNotification: false,
    targetToSourcesMapping: {
      'EXP,10001': {
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
        issueIdsOrKeys: [key],
      },
    },
  });
  expect(status).toBe(201);
  expect((await panelOf('u-coo', key)).gate?.verdict).toBe('block');
  await settle(key);
});

test('a task of a team-managed project under the policy finds its way through its panel', async () => {
  await enforce(site, 'TEAM', { workItemTypes: ['Task'] });
  await settle(made('Task', 'TEAM'));
});
