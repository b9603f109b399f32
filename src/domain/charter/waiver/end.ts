import type { WaiverId } from '../../ids';
import { ok, refuse } from '../../result';
import { isInForce } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { isDri, stamp } from '../refusals';
import { refuseWithoutRight } from '../ownership/holds-right';
import { always } from '../may-follow';
import { answer } from '../tells';

interface EndWaiver {
  readonly type: 'end-waiver';
  readonly waiverId: WaiverId;
  readonly reason: string;
}

interface WaiverEnded extends Happened {
  readonly type: 'waiver-ended';
  readonly waiverId: WaiverId;
  readonly reason: string;
}

/** Ending one early is open to whoever may grant one, and to the DRI, who may want the rule back. */
export const endWaiver = defineCommand<EndWaiver, WaiverEnded>({
  type: 'end-waiver',
  event: 'waiver-ended',
  room: 'reserve',
  subject: 'waivers',
  affects: ['waivers'],
  people: [],
  mayFollow: always,
  tells: ({ waiverId }, { charter }) => [
    ...answer(charter.dri?.accountId),
    ...answer(charter.waivers.find(({ id }) => id === waiverId)?.grantedBy),
  ],
  decide(charter, { waiverId, reason }, facts) {
    const forbidden = isDri(charter, facts) ? null : refuseWithoutRight('waive', charter, facts);
    if (forbidden) return refuse(forbidden);
    const waiver = charter.waivers.find(({ id }) => id === waiverId);
    if (!waiver) return refuse({ code: 'waiver-not-found', waiverId });
    if (!isInForce(waiver, facts.now)) return refuse({ code: 'waiver-over', waiverId });
    return ok([{ type: 'waiver-ended', ...stamp(facts), waiverId, reason }]);
  },
  evolve: (charter, { at, by, waiverId, reason }) => ({
    ...charter,
    waivers: charter.waivers.map((waiver) =>
      waiver.id === waiverId ? { ...waiver, ended: { at, by, reason } } : waiver,
    ),
  }),
});
