import { call, from } from '../support/calling';
import { acknowledged, asked, owner, waived } from '../support/events';
import { epic } from '../support/items';
import { siteDefault, type Policy, type TransitionRule } from '../../src/domain/policy/policy';
import { world, type World } from '../support/memory-ports';
import { COO, OPS } from '../support/people';

const inOrder = [...owner(COO), asked('A1'), acknowledged('A1')];

function administered(here: World, policy: Partial<Policy> = {}): World {
  here.jira.rights = { browse: true, administer: true };
  here.charters.setPolicy('EXP', { ...siteDefault, ...policy });
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
  ['untouched', [], { workItemTypes: ['Initiative'] }, {}, 0],
] as const)('says %s', async (outcome, history, policy, rule, lines) => {
  const answer = await tried(administered(world(...history), policy), rule);
  expect(answer).toMatchObject({ ok: true, outcome });
  expect('lines' in answer && answer.lines).toHaveLength(lines);
});

const story = epic({
  issueKey: 'EXP-12',
  issueType: 'Story',
  parent: { issueKey: 'EXP-1', issueType: 'Epic' },
});

it('asks the item above for a child, as the reader sees it', async () => {
  const here = administered(world(), { childrenFollow: true });
  here.jira.items.set('EXP-12', story);
  expect(await tried(here, {}, 'EXP-12')).toMatchObject({
    outcome: 'refused',
    lines: expect.arrayContaining(["Holdfast: EXP-12 can't start yet, because EXP-1 above it can't."]),
  });
  here.jira.items.delete('EXP-1');
  expect(await tried(here, {}, 'EXP-12')).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('is for administrators of the project or of Jira', async () => {
  const here = world();
  expect(await tried(here)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  here.jira.siteAdmin = true;
  expect(await tried(here)).toMatchObject({ ok: true });
});
