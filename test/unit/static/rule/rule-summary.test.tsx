import '../support/bridge';
import type { TransitionRule } from '../../../../src/domain/policy/policy';
import { RuleSummary } from '../../../../static/rule/rule-summary';
import { wordsOf } from '../support/render';

const told = (rule: Partial<TransitionRule>, isComplete?: boolean): string =>
  wordsOf(
    <RuleSummary
      rule={{ checkpoint: 'start', alsoBlock: [], onOutage: 'closed', ...rule }}
      asks="start"
      isComplete={isComplete}
    />,
  );

test.each([
  [{ savedMode: 'observe' }, 'the mode saved with this rule counts: Observe, so the move passes.'],
  [{ savedMode: 'coach' }, 'the mode saved with this rule counts: Coach, so the move passes.'],
  [{ savedMode: 'enforce' }, 'the mode saved with this rule counts: Enforce, so the move is held.'],
  [
    { savedMode: 'observe', mode: 'coach' },
    'the mode saved with this rule counts: Coach, so the move passes.',
  ],
  [{ savedMode: 'observe', mode: 'enforce' }, 'the rule’s own mode counts, and the move is held.'],
  [{}, 'the move is held, because no mode is saved with this rule.'],
] as const)('a rule with %j says what happens while the policy cannot be read', (rule, words) => {
  expect(told(rule)).toContain(words);
});

test('a rule that lets every move pass in an outage says so once', () => {
  const words = told({ onOutage: 'open', savedMode: 'enforce' });
  expect(words).toContain('the move passes and is recorded as unchecked.');
  expect(words).not.toContain('mode saved');
});

test('what is not yet known is not told', () => {
  expect(told({}, false)).not.toContain('what the project’s policy is');
});

test('a rule that names no checkpoint says that both are asked', () => {
  const words = wordsOf(
    <RuleSummary rule={{ checkpoint: 'start', alsoBlock: [], onOutage: 'closed' }} asks="either" />,
  );
  expect(words).toContain('meets the Start and the Finish checks at once');
  expect(words).not.toContain('meets the Start checks');
});
