import type { CharterAnswer } from '../../../src/contract/answers';
import { clientOf, refusalText, type Client } from '../../support/client';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const DAY = 86_400_000;

const now = (): number => site.sandbox.clock.now();
const panel = async (key: string) =>
  (await as('u-lead').done(key, 'charter/get')) as unknown as CharterAnswer;

async function pass(time: string): Promise<void> {
  await as('u-admin').send('POST', '/sandbox/clock', { advance: time });
  await as('u-admin').send('POST', '/sandbox/drain');
}

const RULES = ['owner.missing', 'owner.shared', 'dependencies.undeclared'];
const granting = (more: object = {}) => ({
  rules: RULES,
  reason: 'The customer signs on Friday',
  expiresAt: new Date(now() + DAY).toISOString(),
  ...more,
});

test('a waiver lets the move pass, is recorded with it, and asks again once it has ended', async () => {
  const [key, later] = [newEpic(site.sandbox), newEpic(site.sandbox)];
  expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(/can't start yet/);
  for (const one of [key, later]) await as('u-lead').done(one, 'waiver/grant', granting());
  expect((await panel(key)).gate).toMatchObject({ verdict: 'pass', findings: [] });
  expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
  await pass('PT1M');
  const { charter } = await panel(key);
  expect(charter.passages).toEqual([
    expect.objectContaining({
      reason: 'waived',
      movedBy: 'u-coo',
      rules: ['owner.missing', 'dependencies.undeclared'],
    }),
  ]);
  await pass('PT25H');
  expect(refusalText(await as('u-coo').move(later, 'Start'))).toMatch(/Nobody owns/);
  expect((await panel(later)).gate?.waived).toEqual([]);
});

test('what is not waived still holds the move, and the refusal says what is waived', async () => {
  const key = newEpic(site.sandbox);
  await as('u-lead').done(key, 'waiver/grant', granting({ rules: ['owner.missing'] }));
  const text = refusalText(await as('u-coo').move(key, 'Start'));
  expect(text).toMatch(/^Holdfast: .* can't start yet\.\n1\. Dependencies were never declared/);
  expect(text).toMatch(/\n1 more is waived until \w+,? \d+ \w+\.$/);
});

test('a waiver ended early holds no more', async () => {
  const key = newEpic(site.sandbox);
  await as('u-lead').done(key, 'waiver/grant', granting());
  await as('u-lead').done(key, 'waiver/end', { waiverId: 'W1', reason: 'Settled' });
  expect((await as('u-coo').move(key, 'Start')).status).toBe(400);
});

test('the report shows it', async () => {
  const key = newEpic(site.sandbox);
  await as('u-lead').done(key, 'waiver/grant', granting());
  const { body } = await as('u-viewer').invoke('gap-report', 'report/page', {}, { projectKey: 'EXP' });
  const { items } = body as { items: { issueKey: string; gate: { waived: unknown[] } }[] };
  expect(items.find(({ issueKey }) => issueKey === key)?.gate.waived).toHaveLength(2);
});

test('a story waits for its epic where the policy says so', async () => {
  await changePolicy(site, 'TEAM', () => ({ childrenFollow: true }));
  const epic = newEpic(site.sandbox, {}, 'TEAM');
  const { body } = await as('u-marketing').get(`/rest/api/3/issue/${epic}?fields=summary`);
  const story = site.sandbox.jira.addIssue({
    project: 'TEAM',
    type: 'Story',
    values: { summary: 'A story', reporter: 'u-coo', parent: (body as { id: string }).id },
  }).key;
  expect(refusalText(await as('u-marketing').move(story, 'Start'))).toMatch(
    new RegExp(`^Holdfast: ${story} can't start yet, because ${epic} above it can't\\.`),
  );
});
