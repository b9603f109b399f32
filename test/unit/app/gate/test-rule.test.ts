import { call, from } from '../../../support/calling';
import { acknowledged, asked, owner, waived } from '../../../support/events';
import { blocker, epic, ofType, STORY, under } from '../../../support/items';
import type { Policy, TransitionRule } from '../../../../src/domain/policy/policy';
import { enforcing } from '../../../support/policies';
import { world, type World } from '../../../support/memory-ports';
import { COO, OPS } from '../../../support/people';

const inOrder = [...owner(COO), asked('A1'), acknowledged('A1')];

function administered(here: World, policy: Partial<Policy> = {}): World {
  here.jira.rights = { browse: true, administer: true };
  here.charters.setPolicy('EXP', { ...enforcing, ...policy });
  return here;
}
const tried = (here: World, rule: Partial<TransitionRule> = {}, issueKey = 'EXP-1') =>
  call(
    here,
    'rule/test',
    { issueKey, rule: { checkpoint: 'start', ...rule } },
    from(OPS, { issueKey: undefined }),
  );

it('gives the very text Jira would show, and writes nothing', async () => {
  const here = administered(world());
  expect(await tried(here)).toMatchObject({
    outcome: 'refused',
    lines: [
      "Holdfast: EXP-1 can't start yet.",
      expect.stringMatching(/^1\. Nobody owns/),
      expect.stringMatching(/^2\. Dependencies/),
    ],
  });
  expect(here.charters.calls['write']).toBeUndefined();
  expect(here.followUps.pushed).toEqual([]);
});

it.each([
  ['passes', inOrder, {}, {}, 0],
  ['told', [], { mode: 'coach' }, {}, 2],
  ['recorded', [], { mode: 'observe' }, {}, 2],
  ['refused', [], { mode: 'observe' }, { mode: 'enforce' }, 3],
  ['refused', inOrder, {}, { alsoBlock: ['brief.incomplete'] }, 2],
  ['waived', [waived({ rules: ['owner.missing', 'dependencies.undeclared'] })], {}, {}, 2],
  ['untouched', [], { workItemTypes: [{ level: 2 }] }, {}, 0],
] as const)('says %s', async (outcome, history, policy, rule, lines) => {
  const answer = await tried(administered(world(...history), policy), rule);
  expect(answer).toMatchObject({ ok: true, outcome });
  expect('lines' in answer && answer.lines).toHaveLength(lines);
});

const story = epic({
  issueKey: 'EXP-12',
  ...ofType(STORY),
  ...under('EXP-1'),
});

it('asks the item above for a child, and says so where the app may not see that', async () => {
  const here = administered(world(), { childrenFollow: true });
  here.jira.items.set('EXP-12', story);
  expect(await tried(here, {}, 'EXP-12')).toMatchObject({
    outcome: 'refused',
    lines: expect.arrayContaining(["Holdfast: EXP-12 can't start yet, because EXP-1 above it can't."]),
  });
  here.jira.items.delete('EXP-1');
  expect(await tried(here, {}, 'EXP-12')).toMatchObject({
    outcome: 'not-known',
    lines: [
      'Holdfast may not see EXP-1 in Jira, so it could not check EXP-12.',
      expect.any(String),
      expect.any(String),
    ],
  });
});

it('is for administrators of the project or of Jira', async () => {
  const here = world();
  expect(await tried(here)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  here.jira.siteAdmin = true;
  expect(await tried(here)).toMatchObject({ ok: true });
});

it('is told as the reader may know it, with the verdict the transition gives', async () => {
  const here = administered(world(...inOrder));
  here.jira.items.set('EXP-1', epic({ blockers: [blocker('SEC-1')] }));
  here.jira.hidden.add('SEC-1');
  const answer = await tried(here);
  expect(answer).toMatchObject({
    outcome: 'refused',
    lines: ["Holdfast: EXP-1 can't start yet.", expect.stringMatching(/^1\. Something you may not see/)],
  });
  expect(JSON.stringify(answer)).not.toContain('SEC-1');
});

it.each(['observe', 'enforce'] as const)(
  'says that it does not know where the app may not see the item (%s)',
  async (mode) => {
    const here = administered(world(...inOrder), { mode });
    here.jira.hiddenFromApp.add('EXP-1');
    expect(await tried(here)).toMatchObject({
      outcome: 'not-known',
      mode,
      lines: [expect.stringMatching(/^Holdfast may not see EXP-1/), expect.any(String), expect.any(String)],
    });
  },
);
