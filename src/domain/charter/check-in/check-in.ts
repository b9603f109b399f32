import type { AccountId, AgreementId, NeedId } from '../../ids';
import type { Instant, IsoDate } from '../../time/time';

export const NEED_KINDS = ['agreement', 'decision'] as const;
/** What a need becomes in the same breath: an agreement that is asked for, or a question that is put. */
export type NeedKind = (typeof NEED_KINDS)[number];

/** Something the DRI needs from somebody else and does not have yet, as said in a check-in. */
export interface Need {
  /** `N3.1`: the first need of the third check-in. Absent in what was written before needs had a name. */
  readonly id?: NeedId;
  readonly accountId: AccountId;
  readonly what: string;
  /** What it was asked for as; absent where a check-in stated it and nobody was asked yet. */
  readonly as?: NeedKind;
  /** The day it is needed by. */
  readonly by?: IsoDate;
}

export const REVIEW_ANSWERS = ['on-track', 'at-risk', 'not-asked'] as const;
/** What the DRI learned of one promise by asking for it by name, or that they did not ask. */
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];

export interface ReviewedAgreement {
  readonly agreementId: AgreementId;
  readonly answer: ReviewAnswer;
}

export const NEXT_CHOICES = ['decision', 'replacement', 'new-date', 'recommit', 'wait'] as const;
export type NextChoice = (typeof NEXT_CHOICES)[number];

/** What a DRI who is off track means to do about it, or asks whoever stands behind them for. */
export interface NextMove {
  readonly choice: NextChoice;
  /** The day that is asked for instead, waited for, or by which an answer is needed. */
  readonly until?: IsoDate;
  readonly reason?: string;
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
  /** What came of each, where that was said. */
  readonly answers?: readonly ReviewedAgreement[];
  /** The Monday of the week whose walk-through it was. */
  readonly walkThrough?: IsoDate;
  readonly next?: NextMove;
}

/** The latest check-ins that a charter keeps; older ones stay in its history. */
export const CHECK_INS_KEPT = 12;
