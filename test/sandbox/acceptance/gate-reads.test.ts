import type { CharterAnswer, RuleTestAnswer } from '../../../src/contract/answers';
import type { HandoffsAnswer } from '../../../src/contract/handoffs';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';
import { askEverywhere, contradictions } from '../../support/verdicts/consumers';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const RESTS_ON = 'agreement.rests-on-unacknowledged';

beforeEach(async () => {
  // What still runs would be cut off by the reset, and say so while the next test runs.
  await site.sandbox.drain();
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
}, 180_000);

/** Ends every disturbance; what the app logged of it is no defect. */
const undisturbed = (): void => {
  site.sandbox.faults.clear();
  site.logs.splice(0);
};

const child = (type: string, parent: string, project = 'EXP'): string =>
  site.sandbox.jira.addIssue({
    project,
    type,
    values: { summary: `A ${type}`, reporter: 'u-coo', parent: site.sandbox.jira.issue(parent)?.id ?? null },
  }).key;

const panelOf = async (key: string, who = 'u-coo') =>
  (await as(who).done(key, 'charter/get')) as unknown as CharterAnswer;
const tried = (key: string) =>
  answerOf<RuleTestAnswer>(as('u-admin'), 'transition-gate', 'rule/test', {
    issueKey: key,
    rule: { checkpoint: 'start' },
  });

/** What the gate says of a question about an item above that Jira does not answer. */
const ABOVE: readonly (readonly [number, RegExp])[] = [
  [400, /Jira did not understand a question that Holdfast asked/],
  [401, /^Holdfast may not see EXP-2 in Jira/],
  [403, /^Holdfast may not see EXP-2 in Jira/],
  [404, /^Holdfast may not see EXP-2 in Jira/],
  [429, /Jira asks Holdfast to wait/],
  [500, /Jira did not answer us/],
];

describe('a child whose item above Jira does not answer for', () => {
  test.each(ABOVE)(
    '%i: is held in enforce, and the sentence says which failure it is',
    async (status, words) => {
      await enforce(site, 'EXP', { childrenFollow: true });
      const key = child('Story', 'EXP-2');
      site.sandbox.faults.add({ target: 'jira', match: 'GET /rest/api/3/issue/EXP-2?', status });
      expect(refusalText(await as('u-product').move(key, 'Start'))).toMatch(words);
      undisturbed();
    },
  );

  test.each(['observe', 'coach'])('moves in %s, whichever failure it is', async (mode) => {
    await enforce(site, 'EXP', { childrenFollow: true, mode });
    for (const [status] of ABOVE) {
      const key = child('Story', 'EXP-2');
      site.sandbox.faults.add({ target: 'jira', match: 'GET /rest/api/3/issue/EXP-2?', status });
      expect([status, (await as('u-product').move(key, 'Start')).status]).toEqual([status, 204]);
      undisturbed();
    }
  });
});

test('an epic two levels up that the app may not see leaves neither story nor sub-task a verdict', async () => {
  await enforce(site, 'EXP', { childrenFollow: true });
  const epic = newEpic(site.sandbox);
  const story = child('Story', epic);
  const subTask = child('Sub-task', story);
  await as('u-lead').send('PUT', `/rest/api/3/issue/${epic}`, {
    fields: { security: { name: 'Leads only' } },
  });
  const asked = await askEverywhere(site, 'EXP', [story, subTask]);
  expect(asked.flatMap(contradictions)).toEqual([]);
  for (const { answers } of asked) {
    expect(answers).toMatchObject({ panel: 'not-known', report: 'not-known', transition: 'not-known' });
  }
  expect((await tried(subTask)).lines[0]).toBe(
    `Holdfast may not see ${epic} in Jira, so it could not check ${subTask}.`,
  );
  // A story that is under policy itself is the nearest item above: what is hidden higher up is not asked.
  await enforce(site, 'EXP', { childrenFollow: true, workItemTypes: [{ level: 1 }, { id: '10001' }] });
  expect((await panelOf(subTask)).gate).toMatchObject({ verdict: 'block', ofAncestor: story });
  site.logs.splice(0);
});

describe('a child whose epic belongs to another project', () => {
  const start = async (key: string): Promise<number> => {
    const path = `/rest/api/3/issue/${key}/transitions`;
    const { body } = await as('u-marketing').get(path);
    const { transitions } = body as {
      transitions: readonly { id: string; to: { statusCategory: { key: string } } }[];
    };
    const id = transitions.find(({ to }) => to.statusCategory.key === 'indeterminate')?.id;
    return (await as('u-marketing').send('POST', path, { transition: { id } })).status;
  };

  test.each([
    ['observe', 'enforce', 'recorded', 'pass'],
    ['coach', 'enforce', 'told', 'warn'],
    ['enforce', 'observe', 'recorded', 'pass'],
    ['enforce', 'coach', 'told', 'warn'],
  ])('is not refused: its own on %s, the epic’s on %s', async (own, above, outcome, verdict) => {
    await enforce(site, 'EXP', { mode: above });
    await enforce(site, 'TEAM', { mode: own, childrenFollow: true });
    const key = child('Task', 'EXP-1', 'TEAM');
    expect((await tried(key)).outcome).toBe(outcome);
    expect((await panelOf(key, 'u-marketing')).gate).toMatchObject({
      verdict,
      strictVerdict: 'block',
      ofAncestor: 'EXP-1',
    });
    expect(await start(key)).toBe(204);
  });

  test('is refused where both enforce', async () => {
    await enforce(site, 'EXP');
    await enforce(site, 'TEAM', { childrenFollow: true });
    const key = child('Task', 'EXP-1', 'TEAM');
    expect([(await tried(key)).outcome, await start(key)]).toEqual(['refused', 400]);
  });
});

describe('what a promise rests on, where the rule blocks', () => {
  /** An epic whose only promise names an item that waits for somebody's yes itself. */
  async function resting(mode: string): Promise<string> {
    const weighed = ({ rules }: { readonly rules: object }) => ({
      mode,
      rules: { ...rules, [RESTS_ON]: { start: 'block', finish: 'off' } },
    });
    for (const project of ['EXP', 'PLAT']) {
      await enforce(site, project);
      await changePolicy(site, project, weighed);
    }
    const needed = { acceptance: 'It runs', neededBy: '2026-12-20' };
    const owned = async (key: string, owner: string): Promise<string> => {
      await as('u-cto').done(key, 'dri/nominate', { accountId: owner });
      await as(owner).done(key, 'dri/accept');
      return key;
    };
    const theirs = await owned(newEpic(site.sandbox, {}, 'PLAT'), 'u-platform');
    await as('u-platform').done(theirs, 'agreement/request', {
      providerAccountId: 'u-ops',
      deliverable: 'Racks',
      ...needed,
    });
    const key = await owned(newEpic(site.sandbox), 'u-coo');
    await as('u-coo').done(key, 'agreement/request', {
      providerAccountId: 'u-platform',
      deliverable: 'Power',
      providerIssueKey: theirs,
      ...needed,
    });
    await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
    await site.sandbox.drain();
    return key;
  }
  const out = (status: number) =>
    site.sandbox.faults.add({ target: 'jira', match: 'POST /rest/api/3/issue/bulkfetch', status });

  test('holds the item back on every surface', async () => {
    const key = await resting('enforce');
    const [asked] = await askEverywhere(site, 'EXP', [key]);
    expect(asked && contradictions(asked)).toEqual([]);
    expect(asked?.answers).toMatchObject({ panel: 'block', transition: 'block' });
  });

  test.each([
    [400, /Jira did not understand a question/],
    [429, /Jira asks Holdfast to wait/],
    [500, /Jira did not answer us/],
  ])(
    '%i on it lets nothing pass in enforce, and no surface calls the item in order',
    async (status, words) => {
      const key = await resting('enforce');
      out(status);
      expect(refusalText(await as('u-coo').move(key, 'Start'))).toMatch(words);
      for (const reply of [
        await as('u-coo').panel(key, 'charter/get'),
        await as('u-lead').invoke('transition-gate', 'rule/test', {
          issueKey: key,
          rule: { checkpoint: 'start' },
        }),
        await as('u-lead').invoke('gap-report', 'report/page', {}, { projectKey: 'EXP' }),
      ]) {
        expect(reply.body).toMatchObject({ ok: false, error: { code: 'unavailable' } });
      }
      const { body } = await as('u-coo').send('POST', '/sandbox/properties/epic-standing', {
        context: { extension: { issue: { key } } },
      });
      expect(body).toEqual({});
      undisturbed();
    },
  );

  test.each(['observe', 'coach'])(
    '500 on it holds nothing back in %s, and the move is recorded as unchecked',
    async (mode) => {
      const key = await resting(mode);
      out(500);
      expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
      site.sandbox.faults.clear();
      await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT30S' });
      await site.sandbox.drain();
      expect((await panelOf(key)).charter.passages).toMatchObject([{ reason: 'unchecked' }]);
      site.logs.splice(0);
    },
  );
});

describe('items that the app may not see', () => {
  const handoffs = async (scope: 'policy' | 'all') =>
    (await answerOf<HandoffsAnswer>(as('u-lead'), 'gap-report', 'report/handoffs', { scope }, 'EXP'))
      .handoffs;

  test('are counted where handoffs are told, and their promises are not taken for none', async () => {
    await enforce(site, 'EXP');
    const before = await handoffs('policy');
    // One epic of the demo is for the leads alone.
    expect(before.notKnown).toBe(1);
    expect(before.lines.length).toBeGreaterThan(3);
    await as('u-admin').send('POST', '/sandbox/switches', { appBrowses: { EXP: false } });
    const blind = await handoffs('policy');
    expect(blind).toEqual({ lines: [], answers: [], items: before.items, notKnown: before.items });
    await as('u-admin').send('POST', '/sandbox/switches', { appBrowses: { EXP: true }, appRights: 'all' });
    expect((await handoffs('policy')).notKnown).toBe(0);
    site.logs.splice(0);
  });
});

test('a type of the site’s own on the level of epics is under the shipped scope, whatever it is called', async () => {
  site.sandbox.jira.addIssueType('賭け', 1);
  await enforce(site, 'EXP', { workItemTypes: [{ level: 1 }], childrenFollow: true });
  await as('u-admin').send('POST', '/sandbox/switches', { language: { site: 'ja', 'u-lead': 'ja' } });
  const bet = site.sandbox.jira.addIssue({
    project: 'EXP',
    type: '賭け',
    values: { summary: 'A bet', reporter: 'u-coo' },
  }).key;
  const asked = await askEverywhere(site, 'EXP', [bet, child('Story', bet)]);
  expect(asked.flatMap(contradictions)).toEqual([]);
  for (const { answers } of asked) expect(answers).toMatchObject({ panel: 'block', transition: 'block' });
});
