import { followMove } from '../../../../src/app/moves/record-bypass';
import type { TransitionCheckJob } from '../../../../src/app/jobs/gate/transition-check';
import { Unavailable } from '../../../../src/platform/unavailable';
import type { ItemChange } from '../../../../src/domain/changelog/change';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import type { Policy } from '../../../../src/domain/policy/policy';
import { enforcing } from '../../../support/policies';
import { accepted, acknowledged, asked, nominated, owner, waived } from '../../../support/events';
import { epic, idOf, ofType, STORY, SUBTASK, under } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, OPS } from '../../../support/people';

const AT = '2026-11-22T10:00:00.000Z';
const BEFORE = '2026-11-22T09:00:00.000Z';
const SINCE = '2026-11-22T11:00:00.000Z';
const [ABOVE, STORY_KEY, SUBTASK_KEY] = ['EXP-1', 'EXP-12', 'EXP-13'];

const following: Partial<Policy> = { decidedBy: 'project', childrenFollow: true };

/** An epic with this history, a story under it and a sub-task under that; one of the two below was started. */
function family(
  history: readonly CharterEvent[] = [],
  policy: Partial<Policy> = following,
  moves: string = STORY_KEY,
): World {
  const here = world(...history);
  here.charters.setPolicy('EXP', { ...enforcing, ...policy });
  here.jira.items.set(STORY_KEY, epic({ issueKey: STORY_KEY, ...ofType(STORY), ...under(ABOVE) }));
  here.jira.items.set(
    SUBTASK_KEY,
    epic({ issueKey: SUBTASK_KEY, ...ofType(SUBTASK), ...under(STORY_KEY, STORY) }),
  );
  here.jira.move = { historyId: '7', accountId: OPS, at: AT };
  changed(here, moves, started);
  return here;
}

const started: ItemChange = {
  id: '7',
  at: AT,
  by: OPS,
  fields: [{ fieldId: 'status', from: '1', fromText: 'To Do', to: '3', toText: 'In Progress' }],
};

/** The item above became another. */
const placed = (at: string, from: string | null, to: string | null): ItemChange => ({
  id: at,
  at,
  by: COO,
  fields: [
    {
      fieldId: 'IssueParentAssociation',
      from: from && idOf(from),
      fromText: from,
      to: to && idOf(to),
      toText: to,
    },
  ],
});

const typed = (at: string, from: string, to: string): ItemChange => ({
  id: at,
  at,
  by: COO,
  fields: [{ fieldId: 'issuetype', from, fromText: '', to, toText: '' }],
});

const changed = (here: World, key: string, ...changes: readonly ItemChange[]) =>
  here.histories.changes.set(idOf(key), changes);

const follow = (here: World, issueKey: string = STORY_KEY): Promise<void> => {
  const job: TransitionCheckJob = {
    kind: 'transition-check',
    issueKey,
    toStatusId: '3',
    checkpoint: 'start',
  };
  return followMove(job, here);
};
const passagesOf = (here: World, key = ABOVE) => here.charters.stored.get(key)?.charter.passages ?? [];

const bypassOf = (child: string) => ({
  at: AT,
  checkpoint: 'start',
  reason: 'bypass',
  rules: ['owner.missing', 'dependencies.undeclared'],
  movedBy: OPS,
  child,
});

describe('a child that was moved although the item above would have held it is kept there as a bypass', () => {
  it.each([STORY_KEY, SUBTASK_KEY])('%s, once', async (key) => {
    const here = family([], following, key);
    await Promise.all([follow(here, key), follow(here, key)]);
    await follow(here, key);
    expect(passagesOf(here)).toEqual([bypassOf(key)]);
    expect([...here.charters.stored.keys()]).toEqual([ABOVE]);
  });

  it('that stands under another since', async () => {
    const here = family();
    here.jira.items.set('EXP-14', epic({ issueKey: 'EXP-14' }));
    here.jira.items.set(STORY_KEY, epic({ issueKey: STORY_KEY, ...ofType(STORY), ...under('EXP-14') }));
    changed(here, STORY_KEY, started, placed(SINCE, ABOVE, 'EXP-14'));
    await follow(here);
    expect([passagesOf(here), passagesOf(here, 'EXP-14')]).toEqual([[bypassOf(STORY_KEY)], []]);
  });

  it('whose owner said yes only since', async () => {
    const late = '2026-11-22T10:00:00.001Z';
    const here = family([nominated(COO), accepted(COO, { at: late }), asked('A1'), acknowledged('A1')]);
    await follow(here);
    expect(passagesOf(here)).toEqual([{ ...bypassOf(STORY_KEY), rules: ['owner.not-accepted'] }]);
  });
});

describe('nothing is kept of a child', () => {
  it.each([
    ['whose item above was in order', [...owner(COO), asked('A1'), acknowledged('A1')], following],
    ['that rested on a waiver', [waived({ rules: ['owner.missing', 'dependencies.undeclared'] })], following],
    ['that follows nothing', [], { decidedBy: 'project' }],
    ['in a project that only advises', [], { ...following, mode: 'coach' }],
    ['with nothing under policy above it', [], { ...following, workItemTypes: [{ level: 2 }] }],
    ['where nobody ever chose a policy', [], { childrenFollow: true }],
  ] as const)('%s', async (_case, history, policy) => {
    const here = family(history, policy);
    await follow(here);
    expect(passagesOf(here)).toEqual([]);
  });

  it('that was finished: only a start asks the item above', async () => {
    const here = family();
    await followMove(
      { kind: 'transition-check', issueKey: STORY_KEY, toStatusId: '3', checkpoint: 'finish' },
      here,
    );
    expect(passagesOf(here)).toEqual([]);
  });

  it.each([ABOVE, STORY_KEY])('where the app may not see %s above it', async (hidden) => {
    const here = family([], following, SUBTASK_KEY);
    here.jira.hiddenFromApp.add(hidden);
    await follow(here, SUBTASK_KEY);
    expect(here.charters.calls['write']).toBeUndefined();
  });

  it('that came under the item only since', async () => {
    const here = family();
    changed(here, STORY_KEY, started, placed(SINCE, null, ABOVE));
    await follow(here);
    expect(passagesOf(here)).toEqual([]);
  });

  it('whose item above was of a type under no policy then', async () => {
    const here = family();
    changed(here, ABOVE, typed(SINCE, STORY.id, '10000'));
    await follow(here);
    expect(passagesOf(here)).toEqual([]);
  });
});

it('a child that was put under the item just before is held by it', async () => {
  const here = family();
  changed(here, STORY_KEY, placed(BEFORE, null, ABOVE), started);
  await follow(here);
  expect(passagesOf(here)).toEqual([bypassOf(STORY_KEY)]);
});

it('is tried again when Jira does not answer', async () => {
  const here = family();
  here.jira.down = ['lastMove'];
  await expect(follow(here)).rejects.toThrow(Unavailable);
});
