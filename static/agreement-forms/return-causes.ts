import type { ReturnCause } from '../../src/domain/charter/agreement/agreement';
import type { PlainTextId } from '../ui/text';

/** Why a delivery goes back, in plain words. */
export const returnText: Readonly<Record<ReturnCause, PlainTextId>> = {
  spec: 'agreement.causeSpec',
  quality: 'agreement.causeQuality',
};
