import { timeline } from '../../../../../static/panel/model/history';
import { accepted, declined, nominated, requested } from './answers';

test('the latest comes first, and answers are told by what was asked', () => {
  const lines = timeline([nominated, accepted, requested('A1'), declined('A1')]);
  expect(lines.map(({ text, what }) => [text, what])).toEqual([
    ['historyAgreementDeclined', 'Deliverable A1'],
    ['historyRequested', 'Deliverable A1'],
    ['historyAccepted', undefined],
    ['historyNominated', undefined],
  ]);
});

test('a passage is told of whoever moved the work item', () => {
  const [line] = timeline([
    {
      type: 'passage-recorded',
      at: nominated.at,
      by: 'holdfast',
      passage: {
        at: nominated.at,
        checkpoint: 'start',
        reason: 'observe',
        rules: ['owner.missing', 'dependencies.undeclared'],
        movedBy: 'editor',
      },
    },
  ]);
  expect(line).toMatchObject({ text: 'historyPassedObserve', by: 'editor', count: 2, checkpoint: 'start' });
});

test('a move that was warned of is told with its rules, as far as this version knows them', () => {
  const [line] = timeline([
    {
      type: 'passage-recorded',
      at: nominated.at,
      by: 'holdfast',
      passage: {
        at: nominated.at,
        checkpoint: 'start',
        reason: 'warned',
        rules: ['brief.incomplete', 'mood.low'],
        movedBy: 'editor',
      },
    },
  ]);
  expect(line).toMatchObject({ text: 'historyPassedWarned', by: 'editor', rules: ['brief.incomplete'] });
});

test('an event of a newer version is still a line', () => {
  const newer = JSON.parse('{"type":"something-new","at":"2026-11-01T08:00:00.000Z","by":"editor"}');
  expect(timeline([newer])).toMatchObject([{ text: 'historyUnknown', by: 'editor' }]);
});
