import type { AccountId, IsoDate } from '../../values';
import type { DebriefCause, Need, ReviewChoice } from './follow-through';

/** What keeps a promise alive between its making and its keeping. */
export type FollowThroughCommand =
  | {
      readonly type: 'submit-check-in';
      readonly onTrack: boolean;
      readonly biggestRisk: string;
      readonly needs: readonly Omit<Need, 'id'>[];
      readonly decision?: string | undefined;
      readonly reviewed?: readonly string[] | undefined;
    }
  | {
      readonly type: 'raise-escalation';
      readonly question: string;
      readonly toAccountId: AccountId;
      readonly aboutAgreementId?: string | undefined;
      /** The need of a check-in that it answers. */
      readonly needId?: string | undefined;
    }
  | { readonly type: 'answer-escalation'; readonly escalationId: string; readonly decision: string }
  | { readonly type: 'raise-gap'; readonly what: string }
  | { readonly type: 'answer-gap'; readonly gapId: string; readonly answer: string }
  | {
      readonly type: 'decide-review';
      readonly choice: ReviewChoice;
      readonly reviewOn?: IsoDate | undefined;
      readonly reason?: string | undefined;
    }
  | { readonly type: 'set-review-date'; readonly reviewOn: IsoDate }
  | {
      readonly type: 'write-debrief';
      readonly agreementId: string;
      readonly hadOneOwner: boolean;
      readonly wereAssuming: boolean;
      readonly whoSaw: string;
      readonly cause: DebriefCause;
      readonly changesNow: string;
    };

/** Why one of them was refused. */
export type FollowThroughRejection =
  | { readonly code: 'agreement-unknown'; readonly field: string; readonly agreementId: string }
  | { readonly code: 'need-unknown'; readonly field: string; readonly needId: string }
  | { readonly code: 'escalation-to-oneself'; readonly field: string }
  | { readonly code: 'escalation-not-found'; readonly escalationId: string }
  | { readonly code: 'escalation-answered'; readonly escalationId: string }
  | { readonly code: 'too-many-escalations'; readonly limit: number }
  | { readonly code: 'gap-not-found'; readonly gapId: string }
  | { readonly code: 'gap-answered'; readonly gapId: string }
  | { readonly code: 'too-many-gaps'; readonly limit: number }
  | { readonly code: 'no-brief' }
  | { readonly code: 'review-date-missing'; readonly field: string }
  /** The day has passed: its DRI answers it before anybody else names another. */
  | { readonly code: 'review-due'; readonly field: string; readonly reviewOn: IsoDate }
  | { readonly code: 'reason-missing'; readonly field: string }
  | { readonly code: 'not-broken'; readonly agreementId: string };
