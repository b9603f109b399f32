import { replay } from '../../../../src/domain/charter/evolve';
import { toldOfWarned, warnedMove, warnedStep } from '../../../../src/domain/charter/warned-moves';
import { rulesOf } from '../../../../src/domain/gate/passage-rules';
import { BEFORE, NOW } from '../../../support/charter-spec';
import { accepted, nominated, owner, passage, passed, turnedDown } from '../../../support/events';
import { COO, CTO } from '../../../support/people';

const warned = passage({ reason: 'warned', rules: ['brief.incomplete'] });
const [earlier, later] = ['2026-11-23T11:59:59.999Z', '2026-11-23T12:00:00.001Z'];

describe('a warned move is told', () => {
  it.each([COO, CTO])('to the owner who had accepted before it, though %s moved it', (movedBy) => {
    expect(toldOfWarned(replay(owner(COO)), passage({ reason: 'warned', movedBy }))).toBe(COO);
  });

  it.each([
    ['who accepted a moment before', earlier, COO],
    ['who accepted a moment later: they start with what they find', later, null],
  ])('or not to an owner %s', (_, at, told) => {
    expect(toldOfWarned(replay([nominated(COO), accepted(COO, { at })]), warned)).toBe(told);
  });

  it.each([
    ['nobody owns it', []],
    ['the owner has not accepted', [nominated(COO)]],
    ['the owner handed it back', [...owner(COO), turnedDown(COO)]],
    ['another owner has been asked', [...owner(COO), nominated(CTO, { at: NOW })]],
    ['the owner’s account was erased', owner('erased-1')],
  ])('to nobody where %s', (_, history) => {
    expect(toldOfWarned(replay(history), warned)).toBeNull();
  });
});

describe('the step of a warned move', () => {
  it('finds the move again, and no other', () => {
    const finish = passed({ reason: 'warned', checkpoint: 'finish' });
    const charter = replay([passed({ reason: 'warned' }), finish, passed({ reason: 'coach', at: BEFORE })]);
    expect(warnedMove(charter, warnedStep(warned))).toEqual(passage({ reason: 'warned' }));
    expect(warnedMove(charter, warnedStep({ checkpoint: 'start', at: BEFORE }))).toBeUndefined();
    expect(warnedMove(charter, 'review:item:0')).toBeUndefined();
  });

  it('finds nothing once the item is gone', () => {
    const charter = replay([passed({ reason: 'warned' }), { type: 'item-deleted', at: NOW, by: 'holdfast' }]);
    expect(warnedMove(charter, warnedStep(warned))).toBeUndefined();
  });
});

it('knows the rules of a passage in the order of the gate, and none of a newer version', () => {
  expect(rulesOf({ rules: ['brief.incomplete', 'mood.low', 'owner.missing'] })).toEqual([
    'owner.missing',
    'brief.incomplete',
  ]);
});
