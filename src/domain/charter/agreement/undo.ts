import type { AgreementId } from '../../ids';
import { isBefore, type Instant } from '../../time/time';
import type { Charter } from '../charter';
import { defineCommand, type OfAgreement } from '../define-command';
import { always } from '../may-follow';
import { driWhen, providerWhen } from '../past';
import { unless } from '../refusals';
import { answer, toldBefore } from '../tells';
import { refuseUndo } from '../undo/refuse-undo';
import { slipOf, type Slip } from '../undo/slips';
import { neitherSide, onAgreement, stampOf } from './step';
import type { Agreement } from './agreement';

interface UndoStep {
  readonly type: 'undo-agreement-step';
  readonly agreementId: AgreementId;
}

/** The last step of its giver's on an agreement was a slip: what held before holds again, and both stay in the history. */
interface StepUndone extends OfAgreement {
  readonly type: 'agreement-step-undone';
  /** The type of the event that is undone, and when it happened. */
  readonly step: string;
  readonly stepAt: Instant;
}

const stateBefore = (slip: Slip | undefined, { step, stepAt }: StepUndone): Agreement | undefined =>
  slip?.step === step && slip.at === stepAt ? slip.agreement : undefined;

/** As it was before the step, with what others said of it since that was no act on it. */
function restored(
  { walkedThrough, untaken, resumedAt }: Agreement,
  { walkedThrough: _said, untaken: _open, resumedAt: _taken, ...was }: Agreement,
): Agreement {
  return {
    ...was,
    ...(walkedThrough && { walkedThrough }),
    ...(untaken && { untaken }),
    ...(resumedAt !== undefined && { resumedAt }),
  };
}

function undone(charter: Charter, event: StepUndone): Charter {
  const was = stateBefore(slipOf(charter, event.by, event.agreementId), event);
  if (!was) return charter;
  return {
    ...charter,
    agreements: charter.agreements.map((one) => (one.id === was.id ? restored(one, was) : one)),
  };
}

export const undoAgreementStep = defineCommand<UndoStep, StepUndone>({
  type: 'undo-agreement-step',
  event: 'agreement-step-undone',
  room: 'reserve',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  // Within the time in which mails are gathered nobody had heard of it.
  tells(event, moment) {
    const { at, by, stepAt, agreementId } = event;
    if (isBefore(at, toldBefore(stepAt))) return [];
    const provider = providerWhen(moment, agreementId);
    return answer(by === provider ? driWhen(moment, agreementId) : provider);
  },
  tellsOfFinished: true,
  says: ({ agreementId }) => ({ agreementId }),
  decide: onAgreement((c, { agreementId }) => {
    const slip = slipOf(c.charter, c.facts.actor.accountId, agreementId);
    return unless([slip ? null : neitherSide(c), refuseUndo(slip, c.facts)], {
      type: 'agreement-step-undone',
      ...stampOf(c),
      step: slip?.step ?? '',
      stepAt: slip?.at ?? c.facts.now,
    });
  }),
  evolve: undone,
});
