import type { Charter } from '../../../../../src/domain/charter/charter';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { evolve, replay } from '../../../../../src/domain/charter/evolve';
import { continued } from '../../../../../src/domain/charter/lifecycle/continued';
import { moveEvents } from '../../../../../src/domain/charter/lifecycle/move';
import { as, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../../support/events';
import { COO, CTO, OPS } from '../../../../support/people';

const HOLDFAST = as('holdfast');
const deleted = { type: 'item-deleted' as const, at: NOW, by: 'holdfast' };
const restored = { type: 'item-restored' as const, at: NOW, by: 'holdfast' };

describe('an item that Jira no longer has', () => {
  it('is marked once', () => {
    given(...owner(COO))
      .when({ type: 'record-deletion' }, HOLDFAST)
      .then([deleted]);
    given(...owner(COO), deleted)
      .when({ type: 'record-deletion' }, HOLDFAST)
      .then({ code: 'already-recorded' });
  });

  it('keeps its owner and what was promised', () => {
    const before = [...owner(COO), asked('A1'), acknowledged('A1')];
    const after = replay([...before, deleted]);
    // What can be undone is over by then.
    const { slips: _slips, ...held } = replay(before);
    expect(after).toEqual({ ...held, itemDeletedAt: NOW });
    expect(replay([...before, deleted, restored])).toEqual(held);
  });

  it('that is back loses the mark, once', () => {
    given(deleted).when({ type: 'record-restoration' }, HOLDFAST).then([restored]);
    given().when({ type: 'record-restoration' }, HOLDFAST).then({ code: 'already-recorded' });
  });

  it('is back when it got a new key', () => {
    expect(moveEvents(replay([deleted]), 'EXP-1', 'PLAT-9', NOW)).toEqual([
      { type: 'item-moved', at: NOW, by: 'holdfast', from: 'EXP-1', to: 'PLAT-9' },
      restored,
    ]);
  });
});

it('tells a second charter of the same item behind the first, with every agreement of both', () => {
  const first = replay([...owner(COO), asked('A1'), asked('A2', { deliverable: 'B' }), acknowledged('A2')]);
  const second = [...owner(COO), asked('A1', { deliverable: 'C' }), acknowledged('A1')];
  const both = continued(first, second, NOW).reduce(evolve, first);
  expect(both.agreements.map(({ id, deliverable, status }) => [id, deliverable, status])).toEqual([
    ['A1', 'A staging cluster', 'requested'],
    ['A2', 'B', 'acknowledged'],
    ['A3', 'C', 'acknowledged'],
  ]);
});

describe('a second record of an item that somebody owns', () => {
  const first = replay([...owner(COO), asked('A1')]);
  const over = (second: readonly CharterEvent[]): Charter =>
    continued(first, second, NOW).reduce(evolve, first);
  const setAsideIn = (second: readonly CharterEvent[]): readonly string[] =>
    continued(first, second, NOW).flatMap((event) => (event.type === 'step-set-aside' ? [event.step] : []));

  it('does not replace its owner over their head', () => {
    expect(over(owner(CTO)).dri).toEqual(first.dri);
    expect(setAsideIn(owner(CTO))).toEqual(['dri-nominated', 'dri-accepted']);
  });

  it('does not say in their place what only an owner says', () => {
    const none = { type: 'no-dependencies-declared', at: NOW, by: CTO } as const;
    const given = {
      type: 'authority-granted',
      at: NOW,
      by: OPS,
      grantedTo: CTO,
      decisions: 'Everything',
    } as const;
    expect(over([...owner(CTO), none, given])).toMatchObject({ noDependencies: null, authority: null });
    expect(setAsideIn([...owner(CTO), none, given])).toHaveLength(4);
  });

  it('keeps what the owner said there themselves, their handing it on included', () => {
    const none = { type: 'no-dependencies-declared', at: NOW, by: COO } as const;
    const handed = { type: 'dri-nominated', at: NOW, by: COO, accountId: CTO } as const;
    const taken = { type: 'dri-accepted', at: NOW, by: CTO } as const;
    expect(setAsideIn([...owner(COO), none])).toEqual(['dri-nominated', 'dri-accepted']);
    expect(over([handed, taken]).dri).toMatchObject({ accountId: CTO, status: 'accepted' });
  });

  it('gives an owner to one that nobody owns any more', () => {
    const left = { type: 'dri-declined', at: NOW, by: COO, reason: 'No time' } as const;
    const ownerless = replay([...owner(COO), left]);
    expect(continued(ownerless, owner(CTO), NOW).reduce(evolve, ownerless).dri).toMatchObject({
      accountId: CTO,
      status: 'accepted',
    });
  });
});
