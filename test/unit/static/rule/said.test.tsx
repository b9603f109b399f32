import '../support/bridge';
import type { RuleTestAnswer } from '../../../../src/contract/answers';
import { Said } from '../../../../static/rule/rule-test';
import { wordsOf } from '../support/render';

const answer = (mode: RuleTestAnswer['mode']): RuleTestAnswer => ({
  ok: true,
  issueKey: 'EXP-1',
  summary: 'Launch',
  mode,
  outcome: 'not-known',
  lines: ['Holdfast may not see EXP-1 in Jira, so it could not check it.', 'Ask an administrator.'],
});

test('an item that Holdfast may not see is refused where the rule enforces, with the lines Jira would show', () => {
  expect(wordsOf(<Said said={answer('enforce')} />)).toBe(
    'EXP-1 Launch Not known Holdfast may not see it, so the move is refused. Jira would show: Holdfast may not see EXP-1 in Jira, so it could not check it. Ask an administrator.',
  );
});

test('elsewhere it moves, and is recorded as unchecked', () => {
  expect(wordsOf(<Said said={answer('observe')} />)).toContain(
    'the move passes and is recorded as unchecked',
  );
});
