import { FIRST_QUESTIONS } from '../../../../src/domain/gate/rules/rule';
import { firstPolicy, isAsked, withAsked } from '../../../../src/domain/policy/first-policy';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { presets } from '../../../../src/domain/policy/presets';
import { LISTED } from '../../../../src/domain/policy/rules';

test('a first policy observes, holds the four questions, and lets everything else be told', () => {
  const { mode, rules } = firstPolicy({ ...siteDefault, mode: 'enforce' });
  expect(mode).toBe('observe');
  for (const question of FIRST_QUESTIONS) expect(isAsked(rules, question)).toBe(true);
  const others = LISTED.filter(({ asks, group }) => asks === undefined && group !== 'owner');
  expect(others.filter(({ id }) => rules[id].start === 'block' || rules[id].finish === 'block')).toEqual([]);
});

test.each(FIRST_QUESTIONS)(
  'the question %s is switched by itself, and some rule belongs to it',
  (question) => {
    const { rules } = firstPolicy(siteDefault);
    const without = withAsked(rules, question, false);
    expect(LISTED.some(({ asks }) => asks === question)).toBe(true);
    expect(isAsked(without, question)).toBe(false);
    for (const other of FIRST_QUESTIONS.filter((one) => one !== question)) {
      expect(isAsked(without, other)).toBe(true);
    }
    expect(withAsked(without, question, true)).toEqual(rules);
  },
);

test('the strict preset holds every question', () => {
  for (const question of FIRST_QUESTIONS) expect(isAsked(presets.strict.rules, question)).toBe(true);
});
