import type { AccountId } from '../../ids';
import { isBefore, type Instant } from '../../time/time';
import { defineCommand, type Happened } from '../define-command';
import { always } from '../may-follow';
import { reachedWith, unreachedIn, type ReachWay } from '../reach';
import { stamp, unless } from '../refusals';
import { nobody } from '../tells';

interface RecordReach {
  readonly type: 'record-reach';
  readonly accountId: AccountId;
  /** Ids of agreements and questions, or `OWNERSHIP`. */
  readonly asks: readonly string[];
  readonly way: ReachWay;
  readonly reachedAt: Instant;
}

/** Somebody came to know what they are asked: from then on their answer is waited for. */
interface PersonReached extends Happened {
  readonly type: 'person-reached';
  readonly accountId: AccountId;
  readonly asks: readonly string[];
  readonly way: ReachWay;
  readonly reachedAt: Instant;
}

/** What is asked of somebody else by now, or anew since, is left out: that they were not reached with. */
export const recordReach = defineCommand<RecordReach, PersonReached>({
  type: 'record-reach',
  event: 'person-reached',
  room: 'reserve',
  subject: null,
  affects: [],
  people: ['accountId'],
  mayFollow: always,
  tells: nobody,
  decide(charter, { accountId, asks, way, reachedAt }, facts) {
    const open = unreachedIn(charter).filter(
      ({ id, who, askedAt }) => who === accountId && asks.includes(id) && !isBefore(reachedAt, askedAt),
    );
    return unless([open.length === 0 ? { code: 'already-recorded' } : null], {
      type: 'person-reached',
      ...stamp(facts),
      accountId,
      asks: open.map(({ id }) => id),
      way,
      reachedAt,
    });
  },
  evolve: (charter, { accountId, asks, way, reachedAt }) =>
    reachedWith(charter, accountId, asks, { at: reachedAt, way }),
});
