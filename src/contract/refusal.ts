import type { Instant } from '../domain/values';
import type { RejectionCode } from '../domain/charter/commands';

/**
 * Every way a call can be refused. Programs read the code, people the message; `field` names the input at fault.
 * Ours (`unavailable`, `internal`, `busy`) are kept apart from the caller's.
 */
export const REFUSALS = {
  /** The call is not one of the contract's. */
  'unknown-call': 'caller',
  /** The payload does not fit the call's schema. */
  invalid: 'caller',
  /** No such item, project or agreement for this person: hidden and missing look alike. */
  'not-found': 'caller',
  /** The person may see the project but not administer it. */
  'not-allowed': 'caller',
  /** Nobody is logged in. */
  anonymous: 'caller',
  /** Somebody else saved first, again and again, while we tried. */
  busy: 'system',
  /** The policy was changed by someone else since it was read. */
  'changed-meanwhile': 'caller',
  /** The item's record has reached the size that storage takes. */
  'charter-full': 'caller',
  /** Jira or storage did not answer. */
  unavailable: 'system',
  /** A defect of ours. */
  internal: 'system',
} as const;

export type RefusalCode = keyof typeof REFUSALS | RejectionCode;

/** When the same may be asked once more, as it was: a page waits so long and goes on by itself. */
export interface Again {
  readonly at: Instant;
  /** By the clock of whoever answers: the reader's may differ. */
  readonly inSeconds: number;
  /** `points`: Jira gives the app no more for now. `read-elsewhere`: the same person reads it in another window. */
  readonly why: 'points' | 'read-elsewhere';
}

export interface Refusal {
  readonly ok: false;
  readonly error: {
    readonly code: RefusalCode;
    readonly message: string;
    readonly field?: string;
    readonly again?: Again;
  };
}

export type Refused = {
  readonly code: keyof typeof REFUSALS;
  readonly message: string;
  readonly field?: string;
  readonly again?: Again;
};

/** A refusal thrown on the way through a use case; the contract's one answer shape is made from it. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  constructor(readonly refusal: Refused) {
    super(refusal.message);
  }
}
