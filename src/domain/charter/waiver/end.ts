import type { WaiverId } from '../../ids';
import { ok, refuse } from '../../result';
import { isInForce } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { isDri, stamp } from '../refusals';
import { mayWaive } from './may-waive';
import { nobody } from '../tells';
import { always } from '../may-follow';

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
  subject: 'waivers',
  affects: ['waivers'],
  people: [],
  mayFollow: always,
  tells: nobody,
  decide(charter, { waiverId, reason }, facts) {
    if (!isDri(charter, facts) && !mayWaive(facts))
      return refuse({ code: 'forbidden', needs: 'waiver-right' });
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
