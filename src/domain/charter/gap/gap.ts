import type { AccountId, GapId } from '../../ids';
import type { Instant } from '../../time/time';

/** Something nobody had named, raised by anyone who may see the item, and answered by its DRI. */
export interface Gap {
  /** `G1`, `G2`, … in order of raising. */
  readonly id: GapId;
  readonly what: string;
  readonly raisedBy: AccountId;
  readonly raisedAt: Instant;
  readonly answer?: { readonly text: string; readonly by: AccountId; readonly at: Instant };
}

/** Most gaps one charter holds. */
export const MAX_GAPS = 50;
