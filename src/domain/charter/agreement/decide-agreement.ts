import type { AgreementCommand, Case, Decision } from './answers';
import { acceptCounter, acceptDelivery, restate, returnDelivery, withdraw } from './dri-answers';
import { answerRenegotiation, link, reassign, renegotiate } from './either-side';
import { acknowledge, confirm, counter, decline, deliver } from './provider-answers';
import { refuse } from '../../result';
import type { Charter } from '../charter';
import type { Facts } from '../commands';

/** Every step of an agreement that was asked for: who may take it, from which state, and what it means. */
export function decideAgreement(charter: Charter, command: AgreementCommand, facts: Facts): Decision {
  const { agreementId } = command;
  const agreement = charter.agreements.find(({ id }) => id === agreementId);
  if (!agreement) return refuse({ code: 'agreement-not-found', agreementId });
  const c: Case = { charter, agreement, facts };
  switch (command.type) {
    case 'acknowledge-agreement':
      return acknowledge(c);
    case 'counter-agreement':
      return counter(c, command);
    case 'decline-agreement':
      return decline(c, command);
    case 'deliver-agreement':
      return deliver(c, command);
    case 'confirm-agreement':
      return confirm(c, command);
    case 'accept-counter':
      return acceptCounter(c);
    case 'restate-agreement':
      return restate(c, command);
    case 'accept-delivery':
      return acceptDelivery(c);
    case 'return-delivery':
      return returnDelivery(c, command);
    case 'withdraw-agreement':
      return withdraw(c, command);
    case 'reassign-agreement':
      return reassign(c, command);
    case 'link-agreement':
      return link(c, command);
    case 'renegotiate-agreement':
      return renegotiate(c, command);
    case 'answer-renegotiation':
      return answerRenegotiation(c, command);
  }
}
