import { acceptedDri, type Charter } from './charter';
import type { Happened } from './define-command';

/** Of an event that adds something of its own: it takes nothing from what another record says. */
export const always = (): boolean => true;

/** Of an event that only the owner causes: they own the item in the other record too, or nobody does there. */
export function byOwner(charter: Charter, { by }: Happened): boolean {
  const owner = acceptedDri(charter);
  return owner === null || owner === by;
}
