import type { AccountId, AgreementId, NeedId } from '../../ids';
import type { Instant } from '../../time/time';

/** Something the DRI needs from somebody else and does not have yet, as said in a check-in. */
export interface Need {
  /** `N3.1`: the first need of the third check-in. Absent in what was written before needs had a name. */
  readonly id?: NeedId;
  readonly accountId: AccountId;
  readonly what: string;
}

/** The weekly answer to three questions; never a status. */
export interface CheckIn {
  readonly at: Instant;
  readonly by: AccountId;
  readonly onTrack: boolean;
  readonly biggestRisk: string;
  readonly needs: readonly Need[];
  /** A decision taken on the occasion. */
  readonly decision?: string;
  /** Open agreements that were walked through by name. */
  readonly reviewed: readonly AgreementId[];
}

/** The latest check-ins that a charter keeps; older ones stay in its history. */
export const CHECK_INS_KEPT = 12;
