import type { AccountId } from '../../ids';
import type { Instant, IsoDate } from '../../time/time';
import type { Reachable } from '../reach';

/** The day by which the provider said they would answer. Until it is over nobody is chased, and no longer. */
export interface AnnouncedReply {
  readonly by: IsoDate;
  readonly reason?: string;
  readonly at: Instant;
}

/** A yes said aloud, and the day it was for. */
export interface SpokenYes {
  readonly recordedBy: AccountId;
  readonly committedBy: IsoDate;
  readonly at: Instant;
}

/** Asked, and not answered yet: nothing is promised, whatever was said meanwhile. */
export interface Requested {
  readonly status: 'requested';
  readonly reply?: AnnouncedReply;
  /** What the provider asks back: until it is answered, the request waits for whoever asked. */
  readonly question?: { readonly text: string; readonly at: Instant } & Reachable;
  /** A yes that somebody heard and wrote down; it waits for the provider's own. */
  readonly spokenYes?: SpokenYes;
  /** What they asked back before, and the answer to it. */
  readonly answered?: { readonly question: string; readonly answer: string };
}
