import type { AccountId, AgreementId, EscalationId, NeedId } from '../../ids';
import type { Reachable } from '../reach';
import type { Instant, IsoDate, TimeZone } from '../../time/time';

/** What is asked for instead of a decision on a matter. */
export interface Asks {
  readonly choice: 'replacement' | 'new-date';
  /** The day that is asked for, or by which somebody else is needed. */
  readonly until?: IsoDate;
}

/** A question that needs a decision, put to a named person. The expected move, not a punishment. */
export interface Escalation extends Reachable {
  /** `E1`, `E2`, … in order of raising. */
  readonly id: EscalationId;
  readonly question: string;
  readonly toAccountId: AccountId;
  /** Their zone when asked; absent where Jira tells none, and in questions from before it was kept. */
  readonly toZone?: TimeZone;
  readonly raisedBy: AccountId;
  readonly raisedAt: Instant;
  /** When it was last put to somebody else. */
  readonly redirectedAt?: Instant;
  /** The agreement it is about, where it is about one. */
  readonly agreementId?: AgreementId;
  /** The need of a check-in that it answers. */
  readonly needId?: NeedId;
  /** The day by which the decision is needed. */
  readonly neededBy?: IsoDate;
  /** Somebody off track asks for another person, or for another day. */
  readonly asks?: Asks;
  readonly answer?: { readonly decision: string; readonly by: AccountId; readonly at: Instant };
  /** It needs no decision any more. */
  readonly takenBack?: { readonly reason: string; readonly by: AccountId; readonly at: Instant };
}

/** Whether a question still waits for its decision. */
export const isUndecided = ({ answer, takenBack }: Escalation): boolean => !answer && !takenBack;

/** Since when it has waited for whoever is to decide it now. */
export const putAt = ({ raisedAt, redirectedAt }: Escalation): Instant => redirectedAt ?? raisedAt;

/** The question put to somebody else. */
export const putTo = (
  { toZone: _former, ...question }: Escalation,
  toAccountId: AccountId,
  zone: TimeZone | undefined,
  at: Instant,
): Escalation => ({
  ...question,
  toAccountId,
  ...(zone !== undefined && { toZone: zone }),
  redirectedAt: at,
});

/** Most questions one charter holds. */
export const MAX_ESCALATIONS = 50;
