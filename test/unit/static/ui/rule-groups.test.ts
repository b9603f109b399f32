import { RULES } from '../../../../src/domain/policy/rules';
import { RULE_GROUPS } from '../../../../static/ui/rule-groups';

test('every rule has its row, once', () => {
  const shown = RULE_GROUPS.flatMap(({ rules }) => [...rules]);
  expect([...shown].sort()).toEqual([...RULES].sort());
});
