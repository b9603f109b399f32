import type { AgreementId } from '../../ids';
import { isOverdue } from '../agreement/agreement';
import { inAgreement, neitherSide, onAgreement, stampOf } from '../agreement/step';
import { defineCommand, type OfAgreement } from '../define-command';
import { unless } from '../refusals';
import type { DebriefCause } from './debrief';
import { nobody } from '../tells';
import { always } from '../may-follow';

interface Answers {
  readonly hadOneOwner: boolean;
  readonly wereAssuming: boolean;
  readonly whoSaw: string;
  readonly cause: DebriefCause;
  readonly changesNow: string;
}

interface WriteDebrief extends Answers {
  readonly type: 'write-debrief';
  readonly agreementId: AgreementId;
}

interface DebriefWritten extends OfAgreement, Answers {
  readonly type: 'debrief-written';
}

/** Looks back at a broken promise: the condition, not the person. Either side may, and again as both learn more. */
export const writeDebrief = defineCommand<WriteDebrief, DebriefWritten>({
  type: 'write-debrief',
  event: 'debrief-written',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: nobody,
  keepsTurn: true,
  decide: onAgreement((c, command) => {
    const { agreement, facts } = c;
    const broken = agreement.breach !== undefined || isOverdue(agreement, facts.now);
    return unless([neitherSide(c), broken ? null : { code: 'not-broken', agreementId: agreement.id }], {
      ...command,
      type: 'debrief-written',
      ...stampOf(c),
    });
  }),
  evolve: inAgreement((agreement, { type: _type, agreementId: _id, ...debrief }) => ({
    ...agreement,
    debrief,
  })),
});
