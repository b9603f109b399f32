import { HOLDFAST_ACTOR, type AccountId } from '../../ids';
import type { Charter } from '../charter';

/** Who stands behind the DRI: whoever granted the authority, else whoever nominated them. Never the DRI. */
export function sponsorOf({ authority, dri }: Pick<Charter, 'authority' | 'dri'>): AccountId | null {
  if (!dri) return null;
  const granted = authority?.grantedTo === dri.accountId ? authority.grantedBy : undefined;
  const sponsor = granted ?? dri.nominatedBy;
  return sponsor === dri.accountId || sponsor === HOLDFAST_ACTOR ? null : sponsor;
}
