import type { AccountId, Instant, IsoDate } from '../../values';
import type { DebriefCause, Need, ReviewChoice } from './follow-through';

interface Happened {
  readonly at: Instant;
  readonly by: AccountId;
}

/** What has happened between the making of a promise and its keeping. Stored for good. */
export type FollowThroughEvent =
  | (Happened & {
      readonly type: 'check-in-submitted';
      readonly onTrack: boolean;
      readonly biggestRisk: string;
      readonly needs: readonly Need[];
      readonly decision?: string;
      readonly reviewed: readonly string[];
    })
  | (Happened & {
      readonly type: 'escalation-raised';
      readonly escalationId: string;
      readonly question: string;
      readonly toAccountId: AccountId;
      readonly aboutAgreementId?: string;
      readonly needId?: string;
    })
  | (Happened & {
      readonly type: 'escalation-answered';
      readonly escalationId: string;
      readonly decision: string;
    })
  | (Happened & { readonly type: 'gap-raised'; readonly gapId: string; readonly what: string })
  | (Happened & { readonly type: 'gap-answered'; readonly gapId: string; readonly answer: string })
  | (Happened & {
      readonly type: 'review-decided';
      readonly choice: ReviewChoice;
      readonly reviewOn?: IsoDate;
      readonly reason?: string;
    })
  /** Another day to look at it again, named before the one it had was over. */
  | (Happened & { readonly type: 'review-date-set'; readonly reviewOn: IsoDate })
  | (Happened & {
      readonly type: 'debrief-written';
      readonly agreementId: string;
      readonly hadOneOwner: boolean;
      readonly wereAssuming: boolean;
      readonly whoSaw: string;
      readonly cause: DebriefCause;
      readonly changesNow: string;
    });
