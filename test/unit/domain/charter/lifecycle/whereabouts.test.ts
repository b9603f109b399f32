import { evolve, replay } from '../../../../../src/domain/charter/evolve';
import { continued } from '../../../../../src/domain/charter/lifecycle/continued';
import { moveEvents } from '../../../../../src/domain/charter/lifecycle/move';
import { as, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../../support/events';
import { COO } from '../../../../support/people';

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
    expect(after).toEqual({ ...replay(before), itemDeletedAt: NOW });
    expect(replay([...before, deleted, restored])).toEqual(replay(before));
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
  const both = continued(first, second).reduce(evolve, first);
  expect(both.agreements.map(({ id, deliverable, status }) => [id, deliverable, status])).toEqual([
    ['A1', 'A staging cluster', 'requested'],
    ['A2', 'B', 'acknowledged'],
    ['A3', 'C', 'acknowledged'],
  ]);
});
