import './support/bridge';
import type { CharterAnswer } from '../../../src/contract/answers';
import { enforcing } from '../../support/policies';
import { LozengeDetails } from '../../../static/lozenge/lozenge-page';
import { answerFor, followsAbove, notKnown } from './panel/model/answers';
import { wordsOf } from './support/render';

const said = (answer: CharterAnswer) => wordsOf(<LozengeDetails answer={answer} />);

test('what is not known is said, with who changes that', () => {
  expect(said(notKnown(answerFor('editor', [])))).toContain(
    'Holdfast may not see this item in Jira, so it cannot say how it stands. An administrator gives the app’s role Browse projects.',
  );
});

test('an item that waits for the one above it names that one', () => {
  expect(said(followsAbove(answerFor('editor', []), 'EXP-9'))).toContain(
    'Waits for EXP-9: it can’t start before that one may.',
  );
  const observed = answerFor('editor', [], { policy: { ...enforcing, mode: 'observe' } });
  expect(said(followsAbove(observed, 'EXP-9'))).toContain('Nothing is stopped for that.');
});

test('a type outside the policy is asked nothing', () => {
  const policy = { ...enforcing, workItemTypes: [{ level: 0 }] };
  expect(said(answerFor('editor', [], { policy }))).toContain(
    'Epic work items are not under this project’s policy: nothing is asked before it moves.',
  );
});
