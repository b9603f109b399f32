import { HOLDFAST_ACTOR, type AccountId } from '../../ids';
import type { Charter } from '../charter';

/**
 * Who stands behind the DRI: whoever granted the authority, else whoever nominated them; while nobody owns the work, who
 * stood behind the last one. Never the DRI.
 */
export function sponsorOf({
  authority,
  dri,
  vacancy,
}: Pick<Charter, 'authority' | 'dri' | 'vacancy'>): AccountId | null {
  if (!dri) return vacancy?.sponsor ?? null;
  const granted = authority?.grantedTo === dri.accountId ? authority.grantedBy : undefined;
  const sponsor = granted ?? dri.nominatedBy;
  return sponsor === dri.accountId || sponsor === HOLDFAST_ACTOR ? null : sponsor;
}
