import type { Policy } from '../../../../../src/domain/policy/policy';
import { enforcing } from '../../../../support/policies';
import { gateStand } from '../../../../../static/panel/model/gate-stand';
import { accepted, acknowledged, answerFor, followsAbove, gateOf, nominated, requested } from './answers';

const late = [nominated, accepted, requested('A1'), acknowledged('A1', '2026-11-20')];

test('findings that only warn are watched, not counted as blocking', () => {
  expect(gateStand(gateOf(answerFor('dri', late), 'start'), true)).toEqual({ kind: 'watch', count: 1 });
  expect(gateStand(gateOf(answerFor('dri', late), 'finish'), true)).toEqual({ kind: 'blocked', count: 1 });
});

test('outside enforce the same findings would block', () => {
  const policy = { ...enforcing, mode: 'observe' } as const;
  expect(gateStand(gateOf(answerFor('dri', [], { policy }), 'start'), true)).toEqual({
    kind: 'would-block',
    count: 2,
  });
});

test('a type outside the policy is untouched, whatever else is true', () => {
  expect(gateStand(gateOf(answerFor('dri', []), 'start'), false)).toEqual({ kind: 'untouched' });
});

test('an item that follows another says which one, and whether that holds it', () => {
  const standOf = (policy: Policy) =>
    gateStand(gateOf(followsAbove(answerFor('dri', [], { policy }), 'EXP-9'), 'start'), false);
  expect(standOf(enforcing)).toEqual({ kind: 'above', issueKey: 'EXP-9', holds: 'yes' });
  expect(standOf({ ...enforcing, mode: 'observe' })).toMatchObject({ kind: 'above', holds: 'would' });
  const free = answerFor('dri', [nominated, accepted, requested('A1'), acknowledged('A1')]);
  expect(gateStand(gateOf(followsAbove(free, 'EXP-9'), 'start'), false)).toMatchObject({ holds: 'no' });
});
