import type { AgreementId } from '../../ids';
import type { Instant } from '../../time/time';
import { providerWhen, type Moment, type Told } from '../past';
import { answer, move, stands, wasUntold } from '../tells';
import { isSelfDealt } from './agreement';

interface OfAgreement {
  readonly at: Instant;
  readonly agreementId: AgreementId;
}

/** The provider's turn, as long as the request stands as it was put to them; nobody's where they asked themselves. */
export function asksProvider({ agreementId }: Pick<OfAgreement, 'agreementId'>, moment: Moment): Told {
  const agreement = stands(moment, agreementId, 'requested');
  if (!agreement || isSelfDealt(agreement, moment.charter.dri?.accountId)) return [];
  return move(agreement.providerAccountId);
}

/** That nothing waits for the provider any more; nothing where they had declined, or not been told yet what is over. */
export function releasesProvider({ at, agreementId }: OfAgreement, moment: Moment): Told {
  const before = moment.history.slice(0, moment.at).findLast((event) => event.agreementId === agreementId);
  if (before?.type === 'agreement-declined' || wasUntold(moment, { agreementId }, at)) return [];
  return answer(providerWhen(moment, agreementId));
}

/** The new provider's turn, and the end of the former one's. */
export const asksAnother = (event: OfAgreement, moment: Moment): Told => [
  ...asksProvider(event, moment),
  ...releasesProvider(event, moment),
];
