import type { AgreementId } from '../../ids';
import type { Moment, Told } from '../past';
import { move, stands } from '../tells';
import { isSelfDealt } from './agreement';

/** The provider's turn, as long as the request stands as it was put to them; nobody's where they asked themselves. */
export function asksProvider({ agreementId }: { readonly agreementId: AgreementId }, moment: Moment): Told {
  const agreement = stands(moment, agreementId, 'requested');
  if (!agreement || isSelfDealt(agreement, moment.charter.dri?.accountId)) return [];
  return move(agreement.providerAccountId);
}
