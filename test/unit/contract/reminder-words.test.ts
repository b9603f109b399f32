import { wordReminder } from '../../../src/contract/wording/reminders';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { replay } from '../../../src/domain/charter/evolve';
import { remindersOf } from '../../../src/domain/commitments/reminders';
import { NOW } from '../../support/charter-spec';
import { nominated, owner } from '../../support/events';
import { COO, CTO } from '../../support/people';

function wordsOf(history: readonly CharterEvent[]): readonly string[] {
  const charter = replay(history);
  const facts = {
    charter,
    reader: COO,
    zone: 'UTC',
    now: NOW,
    seesItem: true,
    name: (id: string) => `<${id}>`,
  };
  return remindersOf(charter, NOW).flatMap((reminder) => wordReminder({ ...facts, reminder }));
}

test('a gap is told as a gap, and by whom it was seen', () => {
  const gap: CharterEvent = {
    type: 'gap-raised',
    at: NOW,
    by: CTO,
    gapId: 'G1',
    what: 'Nobody tests the import',
  };
  expect(wordsOf([...owner(COO), gap])).toEqual([
    `“Nobody tests the import” <${CTO}> saw this and waits for your answer.`,
  ]);
});

test('who was nominated is asked to accept', () => {
  const [words = ''] = wordsOf([nominated(COO)]);
  expect(words).toContain('You were asked to be its one owner.');
});
