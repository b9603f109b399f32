import type { AccountId } from '../../ids';
import { defineCommand, type Happened } from '../define-command';
import { always } from '../may-follow';
import { stamp, unless } from '../refusals';
import { moveOrLeads } from '../tells';
import { departedAt, holdersOf } from '../departures';
import { passedOn } from './passed-on';

interface RecordDeparture {
  readonly type: 'record-departure';
  readonly accountId: AccountId;
  /** False: they are back. */
  readonly left: boolean;
}

/** The account of somebody on whom something rests here was deactivated, or is active again. */
interface DepartureChanged extends Happened {
  readonly type: 'departure-changed';
  readonly accountId: AccountId;
  readonly left: boolean;
}

/** Somebody left, or is back. What waited for them is the move of whoever can put it to somebody else. */
export const recordDeparture = defineCommand<RecordDeparture, DepartureChanged>({
  type: 'record-departure',
  event: 'departure-changed',
  room: 'reserve',
  subject: null,
  affects: [],
  people: ['accountId'],
  mayFollow: always,
  tells: ({ accountId, at }, { charter }) =>
    departedAt(charter, accountId) === at
      ? passedOn(charter, accountId).flatMap(({ to }) => moveOrLeads(to))
      : [],
  decide(charter, { accountId, left }, facts) {
    const known = departedAt(charter, accountId) !== undefined;
    const isNews = left ? !known && holdersOf(charter).includes(accountId) : known;
    return unless([isNews ? null : { code: 'already-recorded' }], {
      type: 'departure-changed',
      ...stamp(facts),
      accountId,
      left,
    });
  },
  evolve({ departed = [], ...charter }, { at, accountId, left }) {
    const others = departed.filter((one) => one.accountId !== accountId);
    const now = left ? [...others, { accountId, at }] : others;
    return { ...charter, ...(now.length > 0 && { departed: now }) };
  },
});
