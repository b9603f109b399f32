import { evaluateTransition, type Transition } from '../../src/app/evaluate-transition';
import type { CharterEvent } from '../../src/domain/charter/events';
import type { Policy } from '../../src/domain/policy/policy';
import { siteDefault } from '../../src/domain/policy/policy';
import { acknowledged, asked, owner, waived } from '../support/events';
import { epic } from '../support/items';
import { world, type World } from '../support/memory-ports';
import { COO } from '../support/people';
import { quietly } from '../support/quiet';

const story = epic({
  issueId: '10012',
  issueKey: 'EXP-12',
  issueType: 'Story',
  parent: { issueKey: 'EXP-1', issueType: 'Epic' },
});
const inOrder = [...owner(COO), asked('A1'), acknowledged('A1')];

function family(policy: Partial<Policy>, ...history: readonly CharterEvent[]): World {
  const here = world(...history);
  here.charters.setPolicy('EXP', { ...siteDefault, ...policy });
  here.jira.items.set('EXP-12', story);
  return here;
}

const starting = (more: Partial<Transition> = {}): Transition => ({
  issueKey: 'EXP-12',
  toStatusId: '3',
  rule: { checkpoint: 'start', alsoBlock: [], onOutage: 'closed' },
  onScreen: (item) => item,
  ...more,
});

it('a story starts once its epic may', async () => {
  const answer = await evaluateTransition(starting(), family({ childrenFollow: true }));
  expect(answer).toEqual({
    allowed: false,
    message: expect.stringMatching(
      /^Holdfast: EXP-12 can't start yet, because EXP-1 above it can't\.\n1\. Nobody owns/,
    ),
  });
  expect(await evaluateTransition(starting(), family({ childrenFollow: true }, ...inOrder))).toEqual({
    allowed: true,
  });
});

it('runs untouched where the policy does not ask, and costs one wave', async () => {
  const here = family({});
  expect(await evaluateTransition(starting(), here)).toEqual({ allowed: true });
  expect({ ...here.jira.calls, ...here.charters.calls }).toEqual({ workItem: 1, read: 1 });
});

it.each([
  ['when it finishes', {}, starting({ rule: { checkpoint: 'finish', alsoBlock: [], onOutage: 'closed' } })],
  ['under a parent whose type is not under policy', { workItemTypes: ['Initiative'] }, starting()],
  [
    'where its own type is under policy, and then answers for itself',
    { workItemTypes: ['Epic', 'Story'] },
    starting(),
  ],
] as const)('asks no parent %s', async (_case, policy, transition) => {
  const here = family({ childrenFollow: true, ...policy });
  await evaluateTransition(transition, here);
  expect(here.jira.calls['workItem']).toBe(1);
});

it('a story without a parent runs untouched', async () => {
  const here = family({ childrenFollow: true });
  const { parent: _, ...orphan } = story;
  here.jira.items.set('EXP-12', orphan);
  expect(await evaluateTransition(starting(), here)).toEqual({ allowed: true });
});

it('what passes on its parent’s waiver is recorded with the parent, naming the child', async () => {
  const waiver = waived({ rules: ['owner.missing', 'dependencies.undeclared'] });
  const here = family({ childrenFollow: true }, waiver);
  expect(await evaluateTransition(starting(), here)).toEqual({ allowed: true });
  expect(here.followUps.jobs).toEqual([
    expect.objectContaining({
      kind: 'passage',
      issueKey: 'EXP-1',
      child: 'EXP-12',
      reason: 'waived',
      rules: ['owner.missing', 'dependencies.undeclared'],
    }),
  ]);
});

it('a parent that cannot be read is our outage', async () => {
  const log = quietly();
  const here = family({ childrenFollow: true });
  here.jira.items.delete('EXP-1');
  expect(await evaluateTransition(starting(), here)).toMatchObject({
    allowed: false,
    message: expect.stringMatching(/^Holdfast could not check EXP-12/),
  });
  expect(log.lines()).toHaveLength(1);
});
