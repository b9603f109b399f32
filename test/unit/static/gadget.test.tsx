import './support/bridge';
import { notKnown, summarised } from '../../../src/domain/report/accountability/summary';
import { NotKnown, Numbers } from '../../../static/gadget/figures';
import { wordsOf } from './support/render';

const epic = { id: '1', name: 'Vorhaben', level: 1 };
const passing = { ...summarised([]), items: 1, passing: 1, epics: 1 };
const summary = summarised([passing, notKnown(epic), notKnown(epic)]);

test('items that Holdfast may not see are one line, and in none of the numbers', () => {
  expect(wordsOf(<NotKnown summary={summary} />)).toBe(
    'Holdfast may not see 2 more epics, and counts them nowhere: give the app’s role Browse projects.',
  );
  const gathered = {
    summary,
    enforced: true,
    answerWithin: null,
    people: {},
    kept: null,
    state: 'done',
  } as const;
  expect(wordsOf(<Numbers projectKey="EXP" gathered={gathered} drift="lost" />)).toContain(
    '1 of 1 epic passes the accountability test',
  );
});

test('where it sees every item, nothing is said of it', () => {
  expect(wordsOf(<NotKnown summary={passing} />)).toBe('');
});
