import type { AccountId } from '../../ids';
import type { Instant, IsoDate } from '../../time/time';

/** A commitment past its review date is kept (`recommit`), moved (`re-date`) or let go (`release`); silence is none of them. */
export const REVIEW_CHOICES = ['recommit', 're-date', 'release'] as const;
export type ReviewChoice = (typeof REVIEW_CHOICES)[number];

export interface Review {
  readonly at: Instant;
  readonly by: AccountId;
  readonly choice: ReviewChoice;
  /** When it is looked at again; absent once released. */
  readonly reviewOn?: IsoDate;
  readonly reason?: string;
}
