import type { GapId } from '../../ids';
import { defineCommand, type Happened } from '../define-command';
import { stamp, unless } from '../refusals';
import { MAX_GAPS } from './gap';
import { move, sponsorNow } from '../tells';
import { acceptedDri } from '../charter';
import { always } from '../may-follow';

interface RaiseGap {
  readonly type: 'raise-gap';
  readonly what: string;
}

interface GapRaised extends Happened {
  readonly type: 'gap-raised';
  readonly gapId: GapId;
  readonly what: string;
}

/** Open to anyone who may see the item: whoever was let through to it. */
export const raiseGap = defineCommand<RaiseGap, GapRaised>({
  type: 'raise-gap',
  event: 'gap-raised',
  subject: 'gaps',
  affects: [],
  people: [],
  mayFollow: always,
  tells({ gapId }, moment) {
    const { charter } = moment;
    const gap = charter.gaps.find(({ id }) => id === gapId);
    return gap?.answer ? [] : move(acceptedDri(charter) ?? sponsorNow(moment));
  },
  decide: ({ gaps }, { what }, facts) =>
    unless([gaps.length >= MAX_GAPS ? { code: 'too-many-gaps', limit: MAX_GAPS } : null], {
      type: 'gap-raised',
      ...stamp(facts),
      gapId: `G${gaps.length + 1}`,
      what,
    }),
  evolve: (charter, { at, by, gapId, what }) => ({
    ...charter,
    gaps: [...charter.gaps, { id: gapId, what, raisedBy: by, raisedAt: at }],
  }),
});
