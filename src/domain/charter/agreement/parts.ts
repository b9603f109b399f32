import type { AccountId } from '../../ids';
import type { Instant, IsoDate } from '../../time/time';

/** A new date one side proposed; the old one binds until the other side says yes. */
export interface Renegotiation {
  readonly proposedBy: AccountId;
  readonly side: 'provider' | 'requester';
  readonly committedBy: IsoDate;
  readonly reason: string;
  readonly at: Instant;
}

/** What the provider offers instead. */
export interface Counter {
  readonly committedBy: IsoDate;
  readonly reason: string;
  readonly deliverable?: string;
  readonly at: Instant;
}

export const RETURN_CAUSES = ['spec', 'quality'] as const;
/** Why a delivery went back: the request was wrong (`spec`), or the work was (`quality`). */
export type ReturnCause = (typeof RETURN_CAUSES)[number];

/** The last return of a delivery. */
export interface Return {
  readonly cause: ReturnCause;
  readonly reason: string;
  readonly at: Instant;
}
