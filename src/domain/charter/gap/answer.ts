import type { GapId } from '../../ids';
import { defineCommand, type Happened } from '../define-command';
import { notSettler } from '../agreement/settling';
import { stamp, unless } from '../refusals';
import { answer } from '../tells';
import { always } from '../may-follow';

interface AnswerGap {
  readonly type: 'answer-gap';
  readonly gapId: GapId;
  readonly answer: string;
}

interface GapAnswered extends Happened {
  readonly type: 'gap-answered';
  readonly gapId: GapId;
  readonly answer: string;
}

/** The owner answers; where nobody has accepted to be it, whoever stands behind the work. */
export const answerGap = defineCommand<AnswerGap, GapAnswered>({
  type: 'answer-gap',
  event: 'gap-answered',
  room: 'reserve',
  subject: 'gaps',
  affects: ['gaps'],
  people: [],
  mayFollow: always,
  tells: ({ gapId }, { charter }) => answer(charter.gaps.find(({ id }) => id === gapId)?.raisedBy),
  decide(charter, { gapId, answer }, facts) {
    const gap = charter.gaps.find(({ id }) => id === gapId);
    return unless(
      [
        notSettler(charter, facts),
        gap ? null : { code: 'gap-not-found', gapId },
        gap?.answer ? { code: 'gap-answered', gapId } : null,
      ],
      { type: 'gap-answered', ...stamp(facts), gapId, answer },
    );
  },
  evolve: (charter, { at, by, gapId, answer }) => ({
    ...charter,
    gaps: charter.gaps.map((gap) => (gap.id === gapId ? { ...gap, answer: { text: answer, by, at } } : gap)),
  }),
});
