import type { AgreementId } from '../../ids';
import type { IsoDate } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import type { Refusal } from '../rejection';
import { inAgreement, notProvider, onAgreement, unfitDate, stampOf, wrongStatus, type Case } from './step';
import { driHearsToday } from '../tells';
import { always } from '../may-follow';

interface ReplyLater {
  readonly type: 'reply-later';
  readonly agreementId: AgreementId;
  /** The day by which the provider answers. */
  readonly by: IsoDate;
  readonly reason?: string | undefined;
}

interface ReplyAnnounced extends OfAgreement {
  readonly type: 'reply-announced';
  readonly replyBy: IsoDate;
  readonly reason?: string;
}

/** Said once to each request, for a day on which the answer still helps. */
function notNow({ agreement }: Case, by: IsoDate): Refusal | null {
  if (agreement.status === 'requested' && agreement.reply) {
    return { code: 'reply-announced', agreementId: agreement.id, replyBy: agreement.reply.by };
  }
  return by > agreement.neededBy
    ? { code: 'reply-after-needed', field: 'by', neededBy: agreement.neededBy }
    : null;
}

/** An interim answer: neither yes nor no, but the day on which there will be one. Nobody is chased until it is over. */
export const replyLater = defineCommand<ReplyLater, ReplyAnnounced>({
  type: 'reply-later',
  event: 'reply-announced',
  room: 'reserve',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: driHearsToday,
  keepsTurn: true,
  says: ({ agreementId, by, reason }) => ({ agreementId, replyBy: by, reason }),
  decide: onAgreement((c, { by, reason }) =>
    unless([notProvider(c), wrongStatus(c, 'requested'), unfitDate(c, 'by', by), notNow(c, by)], {
      type: 'reply-announced',
      ...stampOf(c),
      replyBy: by,
      ...(reason !== undefined && { reason }),
    }),
  ),
  evolve: inAgreement((agreement, { at, replyBy, reason }) =>
    agreement.status === 'requested'
      ? { ...agreement, reply: { by: replyBy, at, ...(reason !== undefined && { reason }) } }
      : agreement,
  ),
});
