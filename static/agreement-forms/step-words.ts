import type { Input } from '../../src/contract/inputs';
import { awaitsName, type Agreement } from '../../src/domain/charter/agreement/agreement';
import type { PlainTextId, Translate } from '../ui/text';
import type { ChangeKey } from '../charter-form/form-context';
import type { AgreementFormKind, AgreementOffer, AgreementStep } from './model/agreement-steps';

/** The verb on the button of each step. */
const stepVerb: Readonly<Record<AgreementStep, PlainTextId>> = {
  acknowledge: 'panel.acknowledge',
  counter: 'agreement.counter',
  decline: 'panel.decline',
  'record-yes': 'agreement.recordYes',
  'ask-more': 'agreement.askMore',
  'answer-question': 'agreement.answerQuestion',
  'take-back': 'agreement.takeBack',
  replace: 'agreement.replace',
  settle: 'agreement.settle',
  'take-on': 'agreement.takeOn',
  'reply-later': 'agreement.replyLater',
  'accept-counter': 'agreement.acceptCounter',
  restate: 'agreement.restate',
  reassign: 'agreement.reassign',
  'hand-over': 'agreement.handOver',
  deliver: 'agreement.deliver',
  confirm: 'agreement.confirm',
  doubt: 'agreement.doubt',
  'accept-delivery': 'agreement.acceptDelivery',
  return: 'agreement.return',
  renegotiate: 'agreement.renegotiate',
  'accept-date': 'agreement.acceptDate',
  'keep-date': 'agreement.keepDate',
  withdraw: 'panel.withdraw',
  link: 'issue.link',
  debrief: 'agreement.debrief',
};

const usualText = (kind: AgreementStep, agreement: Agreement | undefined): PlainTextId =>
  kind === 'link' && (agreement?.providerIssueKey !== undefined || agreement?.providerIssueHidden)
    ? 'issue.linkOther'
    : kind === 'withdraw' && agreement?.untaken
      ? 'follow.release'
      : kind === 'restate' && agreement?.status === 'declined' && agreement.availableFrom !== undefined
        ? 'agreement.restateDate'
        : stepVerb[kind];

/** As the reader should see it: a decline is answered with the day it named. */
export const stepText = (kind: AgreementStep, agreement: Agreement | undefined): PlainTextId =>
  kind === 'hand-over' && agreement && awaitsName(agreement)
    ? 'agreement.nameForTeam'
    : usualText(kind, agreement);

/** The two ways a page takes a step: sending it at once, or opening the form that asks for its words. */
export interface StepTaker {
  readonly act: <K extends ChangeKey>(key: K, input: Input<K>, said: string) => Promise<void>;
  readonly open: (form: AgreementFormKind) => void;
}

export async function takeStep(
  { kind, agreementId }: AgreementOffer,
  { act, open }: StepTaker,
  t: Translate,
): Promise<void> {
  switch (kind) {
    case 'acknowledge':
      return act('agreement/acknowledge', { agreementId }, t('panel.saidAcknowledged'));
    case 'confirm':
      return act('agreement/confirm', { agreementId, onTrack: true }, t('agreement.saidConfirmed'));
    case 'take-on':
      return act('agreement/take-on', { agreementId }, t('agreement.saidTakenOn'));
    case 'accept-counter':
      return act('agreement/accept-counter', { agreementId }, t('agreement.saidCounterTaken'));
    case 'accept-delivery':
      return act('agreement/accept-delivery', { agreementId }, t('agreement.saidDone'));
    case 'accept-date':
    case 'keep-date': {
      const accept = kind === 'accept-date';
      const said = t(accept ? 'agreement.saidDateTaken' : 'agreement.saidDateKept');
      return act('agreement/answer-renegotiation', { agreementId, accept }, said);
    }
    default:
      return open({ kind, agreementId });
  }
}
