import fc from 'fast-check';
import { previewItem, previewPolicy } from '../../../../src/app/policy/preview-policy';
import { evaluate, nextCheckpoint } from '../../../../src/domain/gate/evaluate';
import type { Policy } from '../../../../src/domain/policy/policy';
import { enforcing } from '../../../support/policies';
import { isUnderPolicy } from '../../../../src/domain/gate/coverage';
import { replay } from '../../../../src/domain/charter/evolve';
import { item as anyItem, policy as anyPolicy } from '../../../support/arbitraries';
import { attempts, historyOf, play } from '../../../support/attempts';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../support/events';
import { policyWith } from '../../../support/gate';
import { blocker, epic, multiField, ofType, somebody, STORY, under } from '../../../support/items';
import { world } from '../../../support/memory-ports';
import { COO, CTO } from '../../../support/people';
import { subjectWith } from '../../../support/subject';

const briefless = (more: Partial<Policy> = {}): Policy => ({
  ...enforcing,
  rules: { ...enforcing.rules, 'brief.incomplete': { start: 'block', finish: 'block' } },
  ...more,
});
const inOrder = [...owner(COO), asked('A1'), acknowledged('A1')];

it('tells only items that would fare differently, and counts all', async () => {
  const here = world(...inOrder);
  here.jira.items.set('EXP-2', epic({ issueKey: 'EXP-2', summary: 'Nobody owns it' }));
  const answer = await previewPolicy({ projectKey: 'EXP', policy: briefless() }, here);
  expect(answer).toEqual({
    ok: true,
    looked: 2,
    blockedBefore: 1,
    blockedAfter: 2,
    notKnown: 0,
    approximateTotal: 2,
    changed: [
      expect.objectContaining({
        issueKey: 'EXP-1',
        before: 'pass',
        after: 'block',
        added: ['brief.incomplete'],
        removed: [],
      }),
      expect.objectContaining({
        issueKey: 'EXP-2',
        before: 'block',
        after: 'block',
        added: ['brief.incomplete'],
      }),
    ],
  });
  expect(here.charters.calls['write']).toBeUndefined();
});

it('says nothing of a policy that is the saved one', async () => {
  const here = world(...inOrder);
  const { changed, looked } = await previewPolicy({ projectKey: 'EXP', policy: enforcing }, here);
  expect({ changed, looked }).toEqual({ changed: [], looked: 1 });
});

it('an item that comes under policy, or leaves it, says so', () => {
  const item = epic(ofType(STORY));
  const narrow = subjectWith({ item });
  const wide = subjectWith({ item, policy: { ...enforcing, workItemTypes: [{ level: 1 }, { level: 0 }] } });
  expect(previewItem(item, narrow, wide, NOW)).toMatchObject({ before: 'outside', after: 'block' });
  expect(previewItem(item, wide, narrow, NOW)).toMatchObject({
    before: 'block',
    after: 'outside',
    removed: ['owner.missing', 'dependencies.undeclared'],
  });
});

it('reads the owner where each policy says', () => {
  const shared = epic({ ownerField: multiField(somebody(COO), somebody(CTO)) });
  const preview = previewItem(epic(), subjectWith({}), subjectWith({ item: shared }), NOW);
  expect(preview).toMatchObject({ added: ['owner.shared'], removed: ['owner.missing'] });
});

it('counts the estimate once, and goes on where the last page ended', async () => {
  const here = world();
  const { approximateTotal } = await previewPolicy(
    { projectKey: 'EXP', policy: enforcing, cursor: 'next' },
    here,
  );
  expect(approximateTotal).toBeUndefined();
  expect(here.jira.calls['countOpenItems']).toBeUndefined();
});

it('a project that Jira hides does not exist', async () => {
  const here = world();
  here.jira.rights = { browse: false, administer: false };
  await expect(previewPolicy({ projectKey: 'EXP', policy: enforcing }, here)).rejects.toMatchObject({
    refusal: { code: 'not-found' },
  });
});

it('agrees with what the gate says once it is saved, whatever the item, its charter and the policies', () => {
  fc.assert(
    fc.property(anyItem, attempts, anyPolicy, anyPolicy, (item, all, before, after) => {
      const charter = replay(historyOf(play(all)));
      const [was, is] = [before, after].map((policy) => subjectWith({ charter, item, policy }));
      if (!was || !is) throw new Error('two policies');
      const seen = previewItem(item, was, is, NOW);
      const gate = evaluate(is, nextCheckpoint(item), NOW);
      expect(seen.after).toBe(isUnderPolicy(after, item.type) ? gate.verdict : 'outside');
      const rules = new Set(gate.findings.map(({ rule }) => rule));
      expect(seen.added.every((rule) => rules.has(rule))).toBe(true);
      expect(seen.removed.some((rule) => rules.has(rule))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it('a rule that is off is never newly found', () => {
  const preview = previewItem(epic(), subjectWith({}), subjectWith({ policy: policyWith('off') }), NOW);
  expect(preview).toMatchObject({ after: 'pass', added: [] });
});

it('says of items that the app may not see that it does not know, and counts them', async () => {
  const here = world(...inOrder);
  here.jira.hiddenFromApp.add('EXP-1');
  expect(await previewPolicy({ projectKey: 'EXP', policy: briefless() }, here)).toMatchObject({
    looked: 1,
    notKnown: 1,
    blockedBefore: 0,
    blockedAfter: 0,
    changed: [],
  });
});

it('reckons every item from the app’s reading, whatever the viewer sees in its way', async () => {
  const here = world(...inOrder);
  here.jira.items.set('EXP-1', epic({ blockers: [blocker('SEC-1')] }));
  here.jira.hidden.add('SEC-1');
  const answer = await previewPolicy({ projectKey: 'EXP', policy: policyWith('off') }, here);
  expect(answer).toMatchObject({
    blockedBefore: 1,
    changed: [{ removed: expect.arrayContaining(['dependency.unmapped']) }],
  });
  expect(JSON.stringify(answer)).not.toContain('SEC-1');
});

it('reads each item as the policy it is held against says', async () => {
  const here = world();
  here.jira.readAs = (item, { ownerSource }) =>
    ownerSource.kind === 'assignee'
      ? { ...item, ownerField: multiField(somebody(COO), somebody(CTO)) }
      : item;
  const policy: Policy = { ...enforcing, ownerSource: { kind: 'assignee' } };
  expect(await previewPolicy({ projectKey: 'EXP', policy }, here)).toMatchObject({
    changed: [{ added: ['owner.shared'], removed: ['owner.missing'] }],
  });
});

it('shows what becomes of the children of an item, once they follow it', async () => {
  const here = world();
  here.jira.items.set('EXP-12', epic({ issueKey: 'EXP-12', ...ofType(STORY), ...under('EXP-1') }));
  const wide = { ...enforcing, workItemTypes: [{ level: 1 }, { level: 0 }] };
  here.charters.setPolicy('EXP', wide);
  const { changed } = await previewPolicy(
    { projectKey: 'EXP', policy: { ...enforcing, childrenFollow: true } },
    here,
  );
  // It answered for itself; now it waits for the epic, for which the same rules are unmet.
  expect(changed).toEqual([]);
  here.charters.put('EXP-1', inOrder);
  expect(
    (await previewPolicy({ projectKey: 'EXP', policy: { ...enforcing, childrenFollow: true } }, here))
      .changed,
  ).toMatchObject([{ issueKey: 'EXP-12', before: 'block', after: 'pass' }]);
});

it('a policy with types Jira knows none of looks at nothing', async () => {
  const here = world();
  here.jira.types = [];
  expect(await previewPolicy({ projectKey: 'EXP', policy: enforcing }, here)).toMatchObject({
    looked: 0,
    approximateTotal: 0,
  });
  expect(here.jira.calls).toEqual({ issueTypes: 1, projectId: 1 });
});
