import type { AccountId, Instant, IsoDate } from '../../values';

/** Something the DRI needs from somebody else and does not have yet, as said in a check-in. */
export interface Need {
  /** `N3.1`: the first need of the third check-in. Absent in what was written before needs had a name. */
  readonly id?: string;
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
  readonly reviewed: readonly string[];
}

/** A question that needs a decision, put to a named person. The expected move, not a punishment. */
export interface Escalation {
  /** `E1`, `E2`, … in order of raising. */
  readonly id: string;
  readonly question: string;
  readonly toAccountId: AccountId;
  readonly raisedBy: AccountId;
  readonly raisedAt: Instant;
  /** The agreement it is about, where it is about one. */
  readonly agreementId?: string;
  /** The need of a check-in that it answers. */
  readonly needId?: string;
  readonly answer?: { readonly decision: string; readonly by: AccountId; readonly at: Instant };
}

/** Something nobody had named, raised by anyone who may see the item, and answered by its DRI. */
export interface Gap {
  /** `G1`, `G2`, … in order of raising. */
  readonly id: string;
  readonly what: string;
  readonly raisedBy: AccountId;
  readonly raisedAt: Instant;
  readonly answer?: { readonly text: string; readonly by: AccountId; readonly at: Instant };
}

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

/** Latest of each that a charter keeps; older ones stay in its history. */
export const KEPT = { checkIns: 12, escalations: 50, gaps: 50 } as const;
