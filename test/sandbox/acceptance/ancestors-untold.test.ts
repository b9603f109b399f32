import type {
  CharterAnswer,
  PolicyPreviewAnswer,
  ReportPageAnswer,
  RuleTestAnswer,
} from '../../../src/contract/answers';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

/** What is said and written on the epic, and who is in it: nothing of it belongs on a child. */
const SECRETS = [
  'Buy the northern carrier',
  'A signed letter of intent',
  'The board has seen it',
  'Diego Fuentes',
  'u-sales',
  'Hana Sato',
  'u-ops',
  '2026-12-18',
  '18 Dec',
  'A1',
];

interface Family {
  readonly epic: string;
  readonly story: string;
  readonly subTask: string;
}

/** An epic with an owner and an unanswered request, a story under it, and a sub-task under that. */
async function family(security: string | null): Promise<Family> {
  const { jira } = site.sandbox;
  const add = (type: string, values: Readonly<Record<string, string | null>>): string =>
    jira.addIssue({ project: 'EXP', type, values: { summary: `A ${type}`, reporter: 'u-coo', ...values } })
      .key;
  const epic = add('Epic', { summary: 'Buy the northern carrier' });
  await as('u-coo').done(epic, 'dri/nominate', { accountId: 'u-sales' });
  await as('u-sales').done(epic, 'dri/accept');
  await as('u-sales').done(epic, 'agreement/request', {
    providerAccountId: 'u-ops',
    deliverable: 'A signed letter of intent',
    acceptance: 'The board has seen it',
    neededBy: '2026-12-18',
  });
  jira.addLink('Blocks', 'PLAT-1', epic);
  const story = add('Story', { parent: jira.issue(epic)?.id ?? null });
  const subTask = add('Sub-task', { parent: jira.issue(story)?.id ?? null });
  if (security !== null) {
    const { status } = await as('u-lead').send('PUT', `/rest/api/3/issue/${epic}`, {
      fields: { security: { name: security } },
    });
    expect(status).toBe(204);
  }
  await site.sandbox.drain();
  return { epic, story, subTask };
}

const found = (text: string): readonly string[] => SECRETS.filter((secret) => text.includes(secret));

/** Digits that are neither of a key nor of a numbered line. */
const numbersIn = (text: string): readonly string[] =>
  text
    .replace(/\b[A-Z]+-\d+\b/g, '')
    .replace(/^\d\. /gm, '')
    .match(/\d+/g) ?? [];

const RULES = ['dependency.unmapped', 'agreement.unacknowledged'];

describe.each([
  ['that everybody sees', null],
  ['for the leads alone', 'Leads only'],
])('below an epic %s', (_, security) => {
  let own: Family;
  beforeAll(async () => {
    // Whoever set up the level let the app into it; otherwise nothing is known of the epic at all.
    await as('u-admin').send('POST', '/sandbox/switches', { appRights: 'all' });
    await enforce(site, 'EXP', { childrenFollow: true });
    own = await family(security);
  }, 180_000);

  describe.each(['story', 'subTask'] as const)('the %s', (level) => {
    test('is refused with the epic’s key and the rules, and with nothing that stands in the epic', async () => {
      const text = refusalText(await as('u-marketing').move(own[level], 'Start'));
      expect(text).toContain(`${own[level]} can't start yet, because ${own.epic} above it can't.`);
      expect(text.split('\n').length).toBeGreaterThan(2);
      expect([found(text), numbersIn(text)]).toEqual([[], []]);
      expect(text).not.toMatch(/PLAT|Single sign-on/);
    });

    test('is told the same by the rule’s test, in the words of the move', async () => {
      const tried = await answerOf<RuleTestAnswer>(as('u-admin'), 'transition-gate', 'rule/test', {
        issueKey: own[level],
        rule: { checkpoint: 'start' },
      });
      expect(tried.outcome).toBe('refused');
      expect(tried.lines.join('\n')).toBe(refusalText(await as('u-marketing').move(own[level], 'Start')));
    });

    test('shows in its panel the epic’s key and the rules alone', async () => {
      const answer = (await as('u-marketing').done(own[level], 'charter/get')) as unknown as CharterAnswer;
      expect(answer.gate).toMatchObject({ verdict: 'block', ofAncestor: own.epic });
      expect(answer.gate?.findings.map(({ rule }) => rule)).toEqual(RULES);
      expect(found(JSON.stringify(answer))).toEqual([]);
      expect(JSON.stringify(answer)).not.toMatch(/PLAT-|Single sign-on/);
      const { body } = await as('u-marketing').panel(own[level], 'history/page', {});
      expect(found(JSON.stringify(body))).toEqual([]);
    });

    test('shows no more in the report and the preview', async () => {
      const { items } = await answerOf<ReportPageAnswer>(
        as('u-marketing'),
        'gap-report',
        'report/page',
        { filter: { scope: 'all', text: own[level] } },
        'EXP',
      );
      expect(items).toMatchObject([
        { issueKey: own[level], gate: { ofAncestor: own.epic, verdict: 'block' } },
      ]);
      expect(found(JSON.stringify(items))).toEqual([]);
      const { policy } = await answerOf<{ policy: object }>(
        as('u-admin'),
        'project-policy',
        'policy/get',
        {},
        'EXP',
      );
      const preview = await answerOf<PolicyPreviewAnswer>(
        as('u-admin'),
        'project-policy',
        'policy/preview',
        { policy: { ...policy, childrenFollow: false, workItemTypes: ['Story', 'Sub-task'] } },
        'EXP',
      );
      const changed = preview.changed.filter(({ issueKey }) => issueKey === own[level]);
      expect(found(JSON.stringify(changed))).toEqual([]);
    });

    test('shows no more in a whole report read by somebody else', async () => {
      const page = await answerOf<ReportPageAnswer>(
        as('u-marketing'),
        'gap-report',
        'report/page',
        { filter: { scope: 'all', text: own[level] } },
        'EXP',
      );
      expect(Object.keys(page.people)).not.toEqual(expect.arrayContaining(['u-sales']));
      expect(Object.keys(page.people)).not.toEqual(expect.arrayContaining(['u-ops']));
    });

    test('has a lozenge that names the epic’s key alone', async () => {
      const { body } = await as('u-marketing').send('POST', '/sandbox/properties/epic-standing', {
        context: { issueKey: own[level] },
      });
      expect(body).toMatchObject({ status: { value: { label: `Waits for ${own.epic}` } } });
      expect(found(JSON.stringify(body))).toEqual([]);
    });
  });

  describe('in coach', () => {
    beforeAll(() => enforce(site, 'EXP', { childrenFollow: true, mode: 'coach' }));
    afterAll(() => enforce(site, 'EXP', { childrenFollow: true }));

    test.each(['story', 'subTask'] as const)('a comment on the %s keeps the same silence', async (level) => {
      expect((await as('u-marketing').move(own[level], 'Start')).status).toBe(204);
      await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT30S' });
      await as('u-admin').send('POST', '/sandbox/drain');
      const { body } = await as('u-marketing').get(`/rest/api/3/issue/${own[level]}/comment`);
      const { comments } = body as { comments: { body: unknown }[] };
      expect(comments).toHaveLength(1);
      const text = JSON.stringify(comments.map((one) => one.body));
      expect(text).toContain(own.epic);
      expect(found(text)).toEqual([]);
      expect(text).not.toMatch(/PLAT|Single sign-on/);
      const { charter } = (await as('u-coo').done(own[level], 'charter/get')) as unknown as CharterAnswer;
      expect(found(JSON.stringify(charter))).toEqual([]);
    });
  });
});

test('every child type is held by the epic, and starts once the epic may', async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP', { childrenFollow: true });
  const { jira } = site.sandbox;
  const { epic, story } = await family(null);
  const task = jira.addIssue({
    project: 'EXP',
    type: 'Task',
    values: { summary: 'A Task', reporter: 'u-coo', parent: jira.issue(epic)?.id ?? null },
  }).key;
  for (const child of [story, task]) {
    const text = refusalText(await as('u-marketing').move(child, 'Start'));
    expect([text.includes(epic), found(text)]).toEqual([true, []]);
  }
  // Settled above, the child starts.
  await as('u-ops').done(epic, 'agreement/acknowledge', { agreementId: 'A1' });
  await as('u-sales').done(epic, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'Sign-in',
    acceptance: 'It runs',
    neededBy: '2026-12-18',
    providerIssueKey: 'PLAT-1',
  });
  await as('u-platform').done(epic, 'agreement/acknowledge', { agreementId: 'A2' });
  for (const child of [story, task]) expect((await as('u-marketing').move(child, 'Start')).status).toBe(204);
});
