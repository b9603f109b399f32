import { RULES } from '../../../../src/domain/policy/rules';
import { RULE_GROUPS } from '../../../../static/ui/rule-groups';

test('every rule has its row, once', () => {
  const shown = RULE_GROUPS.flatMap(({ rules }) => [...rules]);
  expect([...shown].sort()).toEqual([...RULES].sort());
});

test('the rows of a group follow their places, and then the order in which findings are listed', () => {
  const rowsOf = (group: string) => RULE_GROUPS.find(({ name }) => name === group)?.rules;
  expect(rowsOf('dependencies')).toEqual([
    'dependencies.undeclared',
    'dependencies.too-few',
    'dependency.unmapped',
    'agreement.unacknowledged',
    'agreement.countered',
    'agreement.declined',
    'agreement.overdue',
    'agreement.unconfirmed',
    'agreement.open',
    'agreement.rests-on-unacknowledged',
    'agreement.self-dealt',
    'agreement.provider-inactive',
  ]);
  expect(rowsOf('followThrough')).toEqual([
    'checkin.contradicted',
    'checkin.off-track',
    'decision.overdue',
    'escalation.unanswered',
    'checkin.stale',
  ]);
});
