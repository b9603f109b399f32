import { pathOfReinforcement, reinforcementAt } from '../../../../src/contract/reinforcement-path';
import { firmer, reinforcementsBetween, takenBack } from '../../../../src/domain/readiness/policy-changes';
import type { Policy } from '../../../../src/domain/policy/policy';
import { enforcing } from '../../../support/policies';

const observing: Policy = { ...enforcing, mode: 'observe' };

test('a save is told in the terms of its reinforcements, and in no others', () => {
  const saved: Policy = {
    ...observing,
    version: 3,
    mode: 'coach',
    acknowledgementHours: 72,
    intake: ['inputs'],
    minimumDependencies: 2,
    rules: { ...observing.rules, 'checkin.stale': { start: 'off', finish: 'warn' } },
  };
  expect(reinforcementsBetween(observing, saved)).toEqual([
    { kind: 'mode', from: 'observe', to: 'coach' },
    { kind: 'rule', rule: 'checkin.stale', checkpoint: 'finish', from: 'off', to: 'warn' },
    { kind: 'acknowledgement-hours', from: 24, to: 72 },
    { kind: 'intake-added', field: 'inputs' },
  ]);
  expect(reinforcementsBetween(saved, saved)).toEqual([]);
});

test('what would hold a behaviour more firmly is one step further, and the policy page can propose it', () => {
  const offers = firmer(
    [
      { rule: 'checkin.stale', checkpoint: 'finish' },
      { rule: 'owner.missing', checkpoint: 'start' },
    ],
    observing,
  );
  expect(offers).toEqual([
    { kind: 'rule', rule: 'checkin.stale', checkpoint: 'finish', from: 'off', to: 'warn' },
    { kind: 'mode', from: 'observe', to: 'coach' },
  ]);
  for (const offer of offers) expect(reinforcementAt(pathOfReinforcement(offer), observing)).toEqual(offer);
  expect(firmer([], enforcing)).toEqual([]);
});

test('what was turned on can be taken back, where the policy page can propose that', () => {
  expect(takenBack({ kind: 'mode', from: 'observe', to: 'coach' })).toEqual({
    kind: 'mode',
    from: 'coach',
    to: 'observe',
  });
  expect(takenBack({ kind: 'acknowledgement-hours', from: 24, to: 72 })).toMatchObject({ from: 72, to: 24 });
  expect(takenBack({ kind: 'intake-added', field: 'inputs' })).toBeNull();
});
