import { isBefore } from '../../time/time';
import type { Facts } from '../facts';
import type { Refusal } from '../rejection';
import { UNDO_MINUTES, undoneBy, type Slip } from './slips';

/** Refuses to undo what is no step of theirs, was acted on meanwhile, or lies too far back. */
export function refuseUndo(slip: Slip | undefined, { now }: Facts): Refusal | null {
  if (!slip) return { code: 'nothing-to-undo', minutes: UNDO_MINUTES };
  const { at, followed } = slip;
  if (followed) return { code: 'acted-meanwhile', accountId: followed.by, step: followed.step };
  return isBefore(now, undoneBy(at)) ? null : { code: 'nothing-to-undo', minutes: UNDO_MINUTES };
}
