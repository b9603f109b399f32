import type { IsoDate } from '../../time/time';
import { defineCommand, type Happened } from '../define-command';
import { todayOfDri } from '../ownership/dri-zone';
import { notEditor, stamp, unless } from '../refusals';
import { nobody } from '../tells';
import { byOwner } from '../may-follow';

interface Answers {
  readonly outcome: string;
  readonly whyNow: string;
  readonly successMeasure: string;
  readonly reviewOn: IsoDate;
}

interface WriteBrief extends Answers {
  readonly type: 'write-brief';
}

interface BriefWritten extends Happened, Answers {
  readonly type: 'brief-written';
}

export const writeBrief = defineCommand<WriteBrief, BriefWritten>({
  type: 'write-brief',
  event: 'brief-written',
  subject: 'brief',
  affects: ['brief', 'review'],
  people: [],
  mayFollow: byOwner,
  tells: nobody,
  decide(charter, { outcome, whyNow, successMeasure, reviewOn }, facts) {
    const today = todayOfDri(charter, facts.policy, facts.now);
    return unless(
      [
        notEditor(charter, facts),
        reviewOn < today ? { code: 'date-in-past', field: 'reviewOn', date: reviewOn, today } : null,
      ],
      { type: 'brief-written', ...stamp(facts), outcome, whyNow, successMeasure, reviewOn },
    );
  },
  evolve: (charter, { type: _type, at, by, ...answers }) => ({
    ...charter,
    brief: { ...answers, writtenBy: by, writtenAt: at },
  }),
});
