import type { AccountId, AgreementId, EscalationId, WaiverId } from '../ids';
import type { Audience, Cause, Way } from '../policy/notice-steps';
import type { Instant } from '../time/time';

/** One clock that runs for something: what would be said about it, and since when it has run out. */
export interface Running {
  readonly cause: Cause;
  /** Names the thing and the round it is in: a promise renegotiated is another promise. */
  readonly subject: string;
  /** When the clock runs out, or did. */
  readonly runsOutAt: Instant;
  readonly asked: AccountId | null;
  readonly agreementId?: AgreementId;
  readonly escalationId?: EscalationId;
  readonly waiverId?: WaiverId;
}

/** One step of one running clock, whether or not its time has come. */
export interface Step extends Running {
  /** The same for the same step of the same clock, whoever computes it, whenever. */
  readonly key: string;
  /** Counted from 0. */
  readonly level: number;
  readonly at: Instant;
  readonly tell: readonly Audience[];
  readonly how: Way;
}
