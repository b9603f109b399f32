import { siteDefault } from '../../../../src/domain/policy/policy';
import { gateStand } from '../../../../static/panel/model/gate-stand';
import { accepted, acknowledged, answerFor, nominated, requested } from './answers';

const late = [nominated, accepted, requested('A1'), acknowledged('A1', '2026-11-20')];

test('findings that only warn are watched, not counted as blocking', () => {
  expect(gateStand(answerFor('dri', late).gates.start, true)).toEqual({ kind: 'watch', count: 1 });
  expect(gateStand(answerFor('dri', late).gates.finish, true)).toEqual({ kind: 'blocked', count: 1 });
});

test('outside enforce the same findings would block', () => {
  const policy = { ...siteDefault, mode: 'observe' } as const;
  expect(gateStand(answerFor('dri', [], { policy }).gate, true)).toEqual({ kind: 'would-block', count: 2 });
});

test('a type outside the policy is untouched, whatever else is true', () => {
  expect(gateStand(answerFor('dri', []).gate, false)).toEqual({ kind: 'untouched' });
});
