import type { AccountId, Instant, IsoDate, IssueKey, TimeZone } from '../values';
import type { ReturnCause } from './agreement/agreement';
import type { FollowThroughEvent } from './follow-through/events';
import type { RuleId } from '../policy/rules';
import type { Passage } from './charter';

interface Happened {
  readonly at: Instant;
  readonly by: AccountId;
}

interface OfAgreement extends Happened {
  readonly agreementId: string;
}

/** What has happened to a charter. Stored for good: change the meaning of one only by adding another. */
export type CharterEvent =
  /** `zone`: the person's own, where Jira tells it. */
  | (Happened & { readonly type: 'dri-nominated'; readonly accountId: AccountId; readonly zone?: TimeZone })
  | (Happened & { readonly type: 'dri-accepted'; readonly zone?: TimeZone })
  | (Happened & {
      readonly type: 'dri-declined';
      readonly reason: string;
      readonly suggestedAccountId?: AccountId;
    })
  | (Happened & {
      readonly type: 'authority-granted';
      readonly grantedTo: AccountId;
      readonly decisions: string;
      readonly boundaries?: string;
      readonly inputs?: string;
      readonly escalateWhen?: string;
      readonly expiresOn?: IsoDate;
    })
  | (Happened & { readonly type: 'no-dependencies-declared' })
  | (Happened & { readonly type: 'no-further-dependencies-declared' })
  | (OfAgreement & {
      readonly type: 'agreement-requested';
      readonly providerAccountId: AccountId;
      readonly providerZone: TimeZone;
      readonly deliverable: string;
      readonly acceptance: string;
      readonly neededBy: IsoDate;
      readonly providerIssueKey?: IssueKey;
      readonly providerIssueId?: string;
      /** As in an agreement: never stored. */
      readonly providerIssueHidden?: true;
      readonly impact?: string;
      readonly inputs?: string;
      readonly needId?: string;
    })
  | (OfAgreement & { readonly type: 'agreement-acknowledged'; readonly committedBy: IsoDate })
  | (OfAgreement & {
      readonly type: 'agreement-declined';
      readonly reason: string;
      readonly alternativeAccountId?: AccountId;
      readonly availableFrom?: IsoDate;
    })
  | (OfAgreement & { readonly type: 'agreement-withdrawn'; readonly reason: string })
  | (OfAgreement & {
      readonly type: 'agreement-countered';
      readonly committedBy: IsoDate;
      readonly reason: string;
      readonly deliverable?: string;
    })
  | (OfAgreement & { readonly type: 'counter-accepted' })
  | (OfAgreement & {
      readonly type: 'agreement-restated';
      readonly neededBy?: IsoDate;
      readonly deliverable?: string;
      readonly acceptance?: string;
    })
  /** Asked of somebody else: by the DRI, or handed over by the provider. Either way it waits for a new yes. */
  | (OfAgreement & {
      readonly type: 'agreement-reassigned';
      readonly providerAccountId: AccountId;
      readonly providerZone: TimeZone;
    })
  | (OfAgreement & {
      readonly type: 'agreement-delivered';
      readonly evidence: string;
      readonly late: boolean;
    })
  /** The provider said whether the promise still holds; `reason` where it does not. */
  | (OfAgreement & {
      readonly type: 'agreement-confirmed';
      readonly onTrack: boolean;
      readonly reason?: string;
    })
  | (OfAgreement & { readonly type: 'delivery-accepted' })
  | (OfAgreement & {
      readonly type: 'delivery-returned';
      readonly cause: ReturnCause;
      readonly reason: string;
    })
  | (OfAgreement & {
      readonly type: 'renegotiation-proposed';
      readonly side: 'provider' | 'requester';
      readonly committedBy: IsoDate;
      readonly reason: string;
    })
  | (OfAgreement & { readonly type: 'renegotiation-answered'; readonly accepted: boolean })
  /** The provider's own Jira issue became known, or another one took its place. */
  | (OfAgreement & {
      readonly type: 'agreement-linked';
      /** Absent only in what is told to a reader who may not see it. */
      readonly providerIssueKey?: IssueKey;
      readonly providerIssueId?: string;
      readonly providerIssueHidden?: true;
    })
  | (Happened & {
      readonly type: 'brief-written';
      readonly outcome: string;
      readonly whyNow: string;
      readonly successMeasure: string;
      readonly reviewOn: IsoDate;
    })
  | (Happened & {
      readonly type: 'waiver-granted';
      readonly waiverId: string;
      readonly rules: readonly RuleId[];
      readonly reason: string;
      readonly expiresAt: Instant;
    })
  | (Happened & { readonly type: 'waiver-ended'; readonly waiverId: string; readonly reason: string })
  | FollowThroughEvent
  | (Happened & { readonly type: 'passage-recorded'; readonly passage: Passage })
  /** Jira gave the work item another key; its charter went with it. */
  | (Happened & { readonly type: 'item-moved'; readonly from: IssueKey; readonly to: IssueKey })
  /** Jira no longer has the work item, alone or with its project. What was promised still stands. */
  | (Happened & { readonly type: 'item-deleted' })
  | (Happened & { readonly type: 'item-restored' })
  /** The DRI can no longer look at the work item in Jira, or can again. */
  | (Happened & {
      readonly type: 'dri-access-changed';
      readonly accountId: AccountId;
      readonly sees: boolean;
    });

/** The actor of events that no person caused. */
export const HOLDFAST_ACTOR: AccountId = 'holdfast';
