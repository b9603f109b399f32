import { isOverdue, isSelfDealt, type Agreement } from '../../../src/domain/charter/agreement/agreement';
import { isToConfirm } from '../../../src/domain/charter/agreement/silence';
import { acceptedDri } from '../../../src/domain/charter/charter';
import type { AgreementOffer, AgreementStep } from './agreement-steps';
import { stepsOn, type CommandContext } from './command-context';

export interface AgreementOffers {
  /** What the reader is asked to do now: the possible answers, side by side. */
  readonly now: readonly AgreementOffer[];
  /** What they may also do; shown with the details. */
  readonly also: readonly AgreementOffer[];
  /** It is the reader's answer that everybody waits for. */
  readonly asked: boolean;
}

interface Steps {
  /** Answers to an open question, by whoever it is put to. */
  readonly answers: readonly AgreementStep[];
  /** The next step where no question is open to the reader. */
  readonly next?: readonly AgreementStep[];
  readonly also: readonly AgreementStep[];
}

/** Ways to answer what the provider asked back. */
const asksBack = ['answer-question', 'restate'] as const;

function stepsFrom(agreement: Agreement, { now, policy }: Pick<CommandContext, 'now' | 'policy'>): Steps {
  switch (agreement.status) {
    case 'requested':
      return {
        answers: [...(agreement.question ? asksBack : []), 'acknowledge', 'counter', 'decline'],
        also: [
          'reply-later',
          'ask-more',
          ...(agreement.spokenYes ? [] : ['record-yes' as const]),
          'reassign',
          'hand-over',
          'link',
          'debrief',
          'withdraw',
          'take-back',
        ],
      };
    case 'countered':
      return {
        answers: ['accept-counter', 'restate', 'reassign'],
        also: ['link', 'debrief', 'withdraw', 'take-back'],
      };
    case 'acknowledged': {
      const late = isOverdue(agreement, now);
      // A day that is over is not asked about any more: the work is there, or another day is.
      const stillTrue = late ? [] : (['confirm', 'doubt'] as const);
      const also = [
        'renegotiate',
        ...stillTrue,
        'hand-over',
        'replace',
        'link',
        'debrief',
        'withdraw',
      ] as const;
      const next = late ? (['deliver', 'renegotiate'] as const) : (['deliver'] as const);
      if (agreement.renegotiation) return { answers: ['accept-date', 'keep-date'], next, also };
      return { answers: isToConfirm(agreement, now, policy?.clocks) ? ['confirm', 'doubt'] : [], next, also };
    }
    case 'delivered':
      return { answers: ['accept-delivery', 'return'], also: ['link', 'debrief', 'withdraw'] };
    case 'declined':
      return {
        answers:
          agreement.alternativeAccountId === undefined ? ['restate', 'reassign'] : ['reassign', 'restate'],
        also: ['debrief', 'withdraw', 'take-back'],
      };
    case 'accepted':
    case 'withdrawn':
      return { answers: [], also: ['debrief'] };
  }
}

/** What the reader may do with an agreement: the domain says whether, the state says what comes first. */
export function offersForAgreement(context: CommandContext, agreement: Agreement): AgreementOffers {
  const { id, providerAccountId, status } = agreement;
  const selfDealt = isSelfDealt(agreement, context.charter.dri?.accountId);
  // One command, two meanings: the provider passes their promise on, the DRI asks somebody else.
  const asProvider = providerAccountId === context.me.accountId && !selfDealt;
  const isDri = acceptedDri(context.charter) === context.me.accountId;
  const theirs = (step: AgreementStep) =>
    step !== (asProvider ? 'reassign' : 'hand-over') && !(isDri && step === 'take-back');
  const may = (steps: readonly AgreementStep[]) => stepsOn(context, id, steps.filter(theirs));

  // Of finished work only what became of it is asked; of what nobody took on, whether it is needed.
  const ending = may(agreement.untaken ? ['settle', 'take-on'] : ['settle']);
  const [first] = ending;
  if (first) {
    const { answers: open, next: then = [], also: more } = stepsFrom(agreement, context);
    const letGo = first.kind === 'take-on' ? may(['withdraw']) : [];
    const now = first.kind === 'settle' ? [first] : [first, ...letGo];
    const others = [...new Set([...open, ...then, ...more])];
    return { now, also: may(others).filter(without(now)), asked: true };
  }
  const { answers, next = [], also } = stepsFrom(agreement, context);
  // A promise to oneself cannot be acknowledged; asking another or taking it back is the way on.
  if (selfDealt && status !== 'accepted') {
    const now = may(['reassign', 'withdraw']);
    const others = [...new Set([...answers, ...next, ...also])];
    return { now, also: may(others).filter(without(now)), asked: false };
  }
  const asked = may(isNamedTo(context, agreement) ? [...answers, 'link'] : answers);
  // Naming a work item is no reason to keep what is due out of sight.
  const isAnswered = asked.some(({ kind }) => kind !== 'link');
  const due = isAnswered ? [] : may(next);
  const now = isOverdue(agreement, context.now) ? [...due, ...asked] : [...asked, ...due];
  const others = [...new Set([...next, ...also])];
  return { now, also: may(others).filter(without(now)), asked: asked.length > 0 };
}

/** Whether the other side named a work item that the reader's side has not answered. */
function isNamedTo({ me }: CommandContext, { linkProposal, providerAccountId }: Agreement): boolean {
  if (linkProposal === undefined || linkProposal.proposedBy === me.accountId) return false;
  return (providerAccountId === me.accountId) === (linkProposal.side === 'requester');
}

const without =
  (taken: readonly AgreementOffer[]) =>
  ({ kind }: AgreementOffer): boolean =>
    !taken.some((offer) => offer.kind === kind);
