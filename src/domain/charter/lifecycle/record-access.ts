import type { AccountId } from '../../ids';
import { defineCommand, type Happened } from '../define-command';
import { stamp, unless } from '../refusals';
import { sponsorMove } from '../tells';
import { always } from '../may-follow';

interface RecordAccess {
  readonly type: 'record-access';
  readonly accountId: AccountId;
  readonly sees: boolean;
}

/** The DRI can no longer look at the work item in Jira, or can again. */
interface DriAccessChanged extends Happened {
  readonly type: 'dri-access-changed';
  readonly accountId: AccountId;
  readonly sees: boolean;
}

/** The DRI of this moment lost sight of the item, or has it back. */
export const recordAccess = defineCommand<RecordAccess, DriAccessChanged>({
  type: 'record-access',
  event: 'dri-access-changed',
  room: 'reserve',
  subject: null,
  affects: [],
  people: ['accountId'],
  mayFollow: always,
  // They cannot answer for what they do not see: whoever stands behind them shares it, or asks another.
  tells: ({ accountId, at, sees }, moment) => {
    const { dri } = moment.charter;
    return !sees && dri?.accountId === accountId && dri.lostAccessAt === at ? sponsorMove(moment) : [];
  },
  decide({ dri }, { accountId, sees }, facts) {
    const isNews =
      dri?.status === 'accepted' && dri.accountId === accountId && (dri.lostAccessAt === undefined) !== sees;
    return unless([isNews ? null : { code: 'already-recorded' }], {
      type: 'dri-access-changed',
      ...stamp(facts),
      accountId,
      sees,
    });
  },
  evolve(charter, { at, accountId, sees }) {
    if (charter.dri?.accountId !== accountId) return charter;
    const { lostAccessAt: _before, ...dri } = charter.dri;
    return { ...charter, dri: sees ? dri : { ...dri, lostAccessAt: at } };
  },
});
