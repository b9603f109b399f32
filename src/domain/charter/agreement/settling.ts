import type { AccountId } from '../../ids';
import { acceptedDri, type Charter } from '../charter';
import type { Facts } from '../facts';
import { sponsorOf } from '../ownership/sponsor';
import type { Refusal } from '../rejection';
import { actsForOwner } from '../stand-in';

/** Who says what became of the promises to an item: its owner, and while nobody owns it, who stands behind it. */
export const settlesFor = (charter: Charter): AccountId | null => acceptedDri(charter) ?? sponsorOf(charter);

/** Refuses who may not say it: not the owner, nor whoever acts for them; where nobody owns the item, its lead may as well. */
export function notSettler(charter: Charter, facts: Facts): Refusal | null {
  if (actsForOwner(charter, facts)) return null;
  return { code: 'forbidden', needs: acceptedDri(charter) === null ? 'sponsor' : 'dri' };
}
