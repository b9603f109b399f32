import type { TextId, Translate } from '../ui/text';
import type { Desk, Section } from './desk';
import type { AgreementOffer, AgreementStep } from './model/agreement-steps';

/** The verb on the button of each step. */
const stepVerb: Readonly<Record<AgreementStep, TextId>> = {
  acknowledge: 'panel.acknowledge',
  counter: 'agreement.counter',
  decline: 'panel.decline',
  'accept-counter': 'agreement.acceptCounter',
  restate: 'agreement.restate',
  reassign: 'agreement.reassign',
  'hand-over': 'agreement.handOver',
  deliver: 'agreement.deliver',
  'accept-delivery': 'agreement.acceptDelivery',
  return: 'agreement.return',
  renegotiate: 'agreement.renegotiate',
  'accept-date': 'agreement.acceptDate',
  'keep-date': 'agreement.keepDate',
  withdraw: 'panel.withdraw',
};

/** As the reader should see it: a decline is answered with the day it named. */
export function stepText({ kind, agreementId }: AgreementOffer, { answer }: Desk): TextId {
  const agreement = answer.charter.agreements.find(({ id }) => id === agreementId);
  return kind === 'restate' && agreement?.status === 'declined' && agreement.availableFrom !== undefined
    ? 'agreement.restateDate'
    : stepVerb[kind];
}

/** Takes a step at once, or opens the form that asks for its words. */
export async function takeStep(
  { kind, agreementId }: AgreementOffer,
  section: Section,
  desk: Desk,
  t: Translate,
): Promise<void> {
  switch (kind) {
    case 'acknowledge':
      return desk.act(section, 'agreement/acknowledge', { agreementId }, t('panel.saidAcknowledged'));
    case 'accept-counter':
      return desk.act(section, 'agreement/accept-counter', { agreementId }, t('agreement.saidCounterTaken'));
    case 'accept-delivery':
      return desk.act(section, 'agreement/accept-delivery', { agreementId }, t('agreement.saidDone'));
    case 'accept-date':
    case 'keep-date': {
      const accept = kind === 'accept-date';
      const said = t(accept ? 'agreement.saidDateTaken' : 'agreement.saidDateKept');
      return desk.act(section, 'agreement/answer-renegotiation', { agreementId, accept }, said);
    }
    default:
      return desk.open({ kind, agreementId });
  }
}
