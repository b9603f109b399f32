import type { AccountId } from '../../ids';
import type { Instant } from '../../time/time';

/** What made a mistake reasonable: the condition, never the person. */
export const DEBRIEF_CAUSES = [
  'too-complex',
  'unclear-handoff',
  'unrealistic-timing',
  'missing-input',
] as const;
export type DebriefCause = (typeof DEBRIEF_CAUSES)[number];

/** The blame-free look back at a broken promise. */
export interface Debrief {
  readonly at: Instant;
  readonly by: AccountId;
  /** Did we have one owner? */
  readonly hadOneOwner: boolean;
  /** Were we all assuming? */
  readonly wereAssuming: boolean;
  /** Who saw it? */
  readonly whoSaw: string;
  readonly cause: DebriefCause;
  /** What condition changes now? */
  readonly changesNow: string;
}
