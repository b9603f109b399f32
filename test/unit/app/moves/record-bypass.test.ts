import { followMove } from '../../../../src/app/moves/record-bypass';
import type { TransitionCheckJob } from '../../../../src/app/jobs/gate/transition-check';
import { Unavailable } from '../../../../src/platform/unavailable';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import type { Policy } from '../../../../src/domain/policy/policy';
import { enforcing } from '../../../support/policies';
import { NOW } from '../../../support/charter-spec';
import { accepted, acknowledged, asked, nominated, owner, passed, waived } from '../../../support/events';
import { epic } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, OPS } from '../../../support/people';

const moved: TransitionCheckJob = {
  kind: 'transition-check',
  issueKey: 'EXP-1',
  toStatusId: '3',
  checkpoint: 'start',
};
const AT = '2026-11-22T10:00:00.000Z';

function after(history: readonly CharterEvent[], policy: Partial<Policy> = { decidedBy: 'project' }): World {
  const here = world(...history);
  here.charters.setPolicy('EXP', { ...enforcing, ...policy });
  moves(here, '7', AT);
  return here;
}

/** Somebody starts the item, as Jira's changelog tells. */
function moves(here: World, historyId: string, at: string): void {
  here.jira.move = { historyId, accountId: OPS, at };
  const field = { fieldId: 'status', from: '1', fromText: 'To Do', to: '3', toText: 'In Progress' };
  here.histories.changes.set('10001', [{ id: historyId, at, by: OPS, fields: [field] }]);
}
const passagesOf = (here: World) => here.charters.stored.get('EXP-1')?.charter.passages ?? [];

it('a move that the policy would have refused is kept as a bypass: when, by whom, which rules', async () => {
  const here = after([]);
  await followMove(moved, here);
  expect(passagesOf(here)).toEqual([
    {
      at: AT,
      checkpoint: 'start',
      reason: 'bypass',
      rules: ['owner.missing', 'dependencies.undeclared'],
      movedBy: OPS,
    },
  ]);
});

it('is kept once, however often the event comes', async () => {
  const here = after([]);
  await Promise.all([followMove(moved, here), followMove(moved, here)]);
  await followMove(moved, here);
  expect(passagesOf(here)).toHaveLength(1);
});

it('names each rule once, however many things break it', async () => {
  const here = after([...owner(COO), asked('A1'), asked('A2', { deliverable: 'B' })]);
  await followMove(moved, here);
  expect(passagesOf(here)[0]?.rules).toEqual(['agreement.unacknowledged']);
});

const inOrder = [...owner(COO), asked('A1'), acknowledged('A1')];
it.each([
  ['that was in order', inOrder, {}],
  ['that rested on a waiver', [waived({ rules: ['owner.missing', 'dependencies.undeclared'] })], {}],
  ['that the gate has recorded itself', [passed({ at: AT, reason: 'unchecked' })], {}],
  ['that the gate has recorded at its own checkpoint', [passed({ at: AT, checkpoint: 'finish' })], {}],
  ['where nothing is enforced', [], { mode: 'coach' }],
  ['of a type that is not under policy', [], { workItemTypes: [{ level: 2 }] }],
] as const)('records nothing of a move %s', async (_case, history, policy) => {
  const here = after(history, { decidedBy: 'project', ...policy });
  const before = here.charters.stored.get('EXP-1');
  await followMove(moved, here);
  expect(here.charters.stored.get('EXP-1')).toEqual(before);
});

it('asks what the charter said when it moved, not what was settled since', async () => {
  const late = '2026-11-22T10:00:00.001Z';
  const here = after([nominated(COO), accepted(COO, { at: late }), asked('A1'), acknowledged('A1')]);
  await followMove(moved, here);
  expect(passagesOf(here)).toEqual([expect.objectContaining({ rules: ['owner.not-accepted'] })]);
});

it('leaves a site alone that never chose a policy, but for items that have a charter', async () => {
  const untouched = after([], {});
  await followMove(moved, untouched);
  expect(untouched.charters.calls['write']).toBeUndefined();
  const begun = after([nominated(COO)], {});
  await followMove(moved, begun);
  expect(passagesOf(begun)).toHaveLength(1);
});

it('an item or a move that is gone is no reason to record, and none to try again', async () => {
  const gone = after([]);
  gone.jira.items.clear();
  await followMove(moved, gone);
  const never = after([]);
  never.jira.move = null;
  await followMove(moved, never);
  expect([passagesOf(gone), passagesOf(never)]).toEqual([[], []]);
});

it('is tried again when Jira does not answer', async () => {
  const here = after([]);
  here.jira.down = ['lastMove'];
  await expect(followMove(moved, here)).rejects.toThrow(Unavailable);
});

it('judges what depends on time by the moment of the move', async () => {
  const expired = waived({
    rules: ['owner.missing', 'dependencies.undeclared'],
    expiresAt: '2026-11-22T11:00:00.000Z',
  });
  const here = after([expired]);
  expect(here.clock.now()).toBe(NOW);
  await followMove(moved, here);
  expect(passagesOf(here)).toEqual([]);
  here.jira.items.set('EXP-1', epic());
  moves(here, '8', '2026-11-22T11:00:00.000Z');
  await followMove(moved, here);
  expect(passagesOf(here)).toHaveLength(1);
});

it('records nothing of an item that the app may not see', async () => {
  const here = after([nominated(COO)]);
  here.jira.hiddenFromApp.add('EXP-1');
  await followMove(moved, here);
  expect(passagesOf(here)).toEqual([]);
});
