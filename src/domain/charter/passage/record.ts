import { latestPassages, type Passage } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { stamp, unless } from '../refusals';
import { nobody } from '../tells';
import { always } from '../may-follow';

interface RecordPassage {
  readonly type: 'record-passage';
  readonly passage: Passage;
}

interface PassageRecorded extends Happened {
  readonly type: 'passage-recorded';
  readonly passage: Passage;
}

/**
 * The same move reported twice, by a queue that delivers at least once, is one passage. What it was warned of stands
 * beside the waiver it rested on.
 */
export const recordPassage = defineCommand<RecordPassage, PassageRecorded>({
  type: 'record-passage',
  event: 'passage-recorded',
  subject: null,
  affects: [],
  people: ['passage.movedBy'],
  mayFollow: always,
  tells: nobody,
  decide({ passages }, { passage }, facts) {
    const known = passages.some(
      (one) =>
        one.at === passage.at &&
        one.checkpoint === passage.checkpoint &&
        one.child === passage.child &&
        (one.reason === 'warned') === (passage.reason === 'warned'),
    );
    return unless([known ? { code: 'already-recorded' } : null], {
      type: 'passage-recorded',
      ...stamp(facts),
      passage,
    });
  },
  evolve: (charter, { passage }) => ({
    ...charter,
    passages: latestPassages([...charter.passages, passage]),
  }),
});
