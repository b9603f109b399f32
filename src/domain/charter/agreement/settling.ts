import type { AccountId } from '../../ids';
import { acceptedDri, type Charter } from '../charter';
import type { Facts } from '../facts';
import { standsBehind } from '../ownership/stands-behind';
import { sponsorOf } from '../ownership/sponsor';
import { notDri } from '../refusals';
import type { Refusal } from '../rejection';

/** Who says what became of the promises to an item: its owner, and while nobody owns it, who stands behind it. */
export const settlesFor = (charter: Charter): AccountId | null => acceptedDri(charter) ?? sponsorOf(charter);

/** Refuses who may not say it: where nobody owns the item, its lead may as well. */
export function notSettler(charter: Charter, facts: Facts): Refusal | null {
  if (acceptedDri(charter) !== null) return notDri(charter, facts);
  return standsBehind(charter, facts) ? null : { code: 'forbidden', needs: 'sponsor' };
}
