import type { GapId } from '../../ids';
import { defineCommand, type Happened } from '../define-command';
import { stamp, unless } from '../refusals';
import { MAX_GAPS } from './gap';
import { move, sponsorMove } from '../tells';
import { acceptedDri } from '../charter';
import { always } from '../may-follow';
import { nextNumber } from '../numbering';
import { fillsTooMuch } from '../release';

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
  room: 'ordinary',
  subject: 'gaps',
  affects: [],
  people: [],
  mayFollow: always,
  tells({ gapId }, moment) {
    const { charter } = moment;
    const gap = charter.gaps.find(({ id }) => id === gapId);
    if (gap?.answer) return [];
    const owner = acceptedDri(charter);
    return owner === null ? sponsorMove(moment) : move(owner);
  },
  decide(charter, { what }, facts) {
    const { gaps } = charter;
    const open = gaps.filter(({ answer }) => !answer).length;
    return unless(
      [
        open >= MAX_GAPS ? { code: 'too-many-gaps', limit: MAX_GAPS } : null,
        fillsTooMuch(charter, facts.actor.accountId, { what }) ? { code: 'too-much-open' } : null,
      ],
      { type: 'gap-raised', ...stamp(facts), gapId: `G${nextNumber(gaps)}`, what },
    );
  },
  evolve: (charter, { at, by, gapId, what }) => ({
    ...charter,
    gaps: [...charter.gaps, { id: gapId, what, raisedBy: by, raisedAt: at }],
  }),
});
