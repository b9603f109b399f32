import type { ReturnCause } from './agreement/agreement';
import type { AccountId, Instant, IsoDate, IssueKey, PersonFact } from '../values';
import type { FollowThroughCommand, FollowThroughRejection } from './follow-through/commands';
import type { RuleId } from '../policy/rules';
import type { IntakeField, Policy } from '../policy/policy';
import type { Passage } from './charter';
import type { CharterEvent } from './events';

/** What someone wants to change. The names are the verbs people use. */
export type CharterCommand =
  | { readonly type: 'nominate-dri'; readonly accountId: AccountId }
  | { readonly type: 'accept-dri' }
  | {
      readonly type: 'decline-dri';
      readonly reason: string;
      readonly suggestedAccountId?: AccountId | undefined;
    }
  | {
      readonly type: 'grant-authority';
      readonly decisions: string;
      readonly boundaries?: string | undefined;
      readonly inputs?: string | undefined;
      readonly escalateWhen?: string | undefined;
      readonly expiresOn?: IsoDate | undefined;
    }
  | { readonly type: 'declare-no-dependencies' }
  /** Fewer agreements than the policy asks for, and no more are needed. */
  | { readonly type: 'declare-no-further-dependencies' }
  | {
      readonly type: 'request-agreement';
      readonly providerAccountId: AccountId;
      readonly deliverable: string;
      readonly acceptance: string;
      readonly neededBy: IsoDate;
      readonly providerIssueKey?: IssueKey | undefined;
      /** What Jira says its id is, never the caller's word; null where it shows them no such issue. */
      readonly providerIssueId?: string | null | undefined;
      /** What stands still without it. */
      readonly impact?: string | undefined;
      /** What the provider gets to start with. */
      readonly inputs?: string | undefined;
      /** The need of a check-in that it answers. */
      readonly needId?: string | undefined;
    }
  | { readonly type: 'acknowledge-agreement'; readonly agreementId: string }
  | {
      readonly type: 'decline-agreement';
      readonly agreementId: string;
      readonly reason: string;
      readonly alternativeAccountId?: AccountId | undefined;
      readonly availableFrom?: IsoDate | undefined;
    }
  | {
      readonly type: 'counter-agreement';
      readonly agreementId: string;
      readonly committedBy: IsoDate;
      readonly reason: string;
      readonly deliverable?: string | undefined;
    }
  | { readonly type: 'accept-counter'; readonly agreementId: string }
  | {
      readonly type: 'restate-agreement';
      readonly agreementId: string;
      readonly neededBy?: IsoDate | undefined;
      readonly deliverable?: string | undefined;
      readonly acceptance?: string | undefined;
    }
  | {
      readonly type: 'reassign-agreement';
      readonly agreementId: string;
      readonly providerAccountId: AccountId;
    }
  | { readonly type: 'deliver-agreement'; readonly agreementId: string; readonly evidence: string }
  /** The provider's word on a promise that is under way: it still holds, or why it does not. */
  | {
      readonly type: 'confirm-agreement';
      readonly agreementId: string;
      readonly onTrack: boolean;
      readonly reason?: string | undefined;
    }
  | { readonly type: 'accept-delivery'; readonly agreementId: string }
  | {
      readonly type: 'return-delivery';
      readonly agreementId: string;
      readonly cause: ReturnCause;
      readonly reason: string;
    }
  | {
      readonly type: 'renegotiate-agreement';
      readonly agreementId: string;
      readonly committedBy: IsoDate;
      readonly reason: string;
    }
  | { readonly type: 'answer-renegotiation'; readonly agreementId: string; readonly accept: boolean }
  | {
      readonly type: 'write-brief';
      readonly outcome: string;
      readonly whyNow: string;
      readonly successMeasure: string;
      readonly reviewOn: IsoDate;
    }
  | { readonly type: 'withdraw-agreement'; readonly agreementId: string; readonly reason: string }
  | {
      readonly type: 'link-agreement';
      readonly agreementId: string;
      readonly providerIssueKey: IssueKey;
      readonly providerIssueId?: string | null | undefined;
    }
  | {
      readonly type: 'grant-waiver';
      readonly rules: readonly RuleId[];
      readonly reason: string;
      readonly expiresAt: Instant;
    }
  | { readonly type: 'end-waiver'; readonly waiverId: string; readonly reason: string }
  | FollowThroughCommand
  | { readonly type: 'record-passage'; readonly passage: Passage }
  | { readonly type: 'record-access'; readonly accountId: AccountId; readonly sees: boolean }
  | { readonly type: 'record-deletion' }
  | { readonly type: 'record-restoration' };

/** What the outside world says at the moment of deciding; gathered before, so that deciding stays pure. */
export interface Facts {
  readonly actor: {
    readonly accountId: AccountId;
    /** Jira lets this person edit the work item, which makes them part of the requester's team. */
    readonly canEdit: boolean;
    /** Administers the item's project. */
    readonly administers?: boolean | undefined;
  };
  /** Everyone the command names, as Jira knows them; a missing entry means Jira knows no such account. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  /** The work item's own key: it cannot depend on itself. */
  readonly issueKey: IssueKey;
  /** What the policy in force asks of a request, whom it lets waive rules, and where its days end. */
  readonly policy?: Pick<Policy, 'intake' | 'waivers' | 'clocks'> | undefined;
  readonly now: Instant;
}

/** Why a command was refused: the code for programs, the facts for whoever words it. */
export type Rejection =
  | {
      readonly code: 'forbidden';
      readonly needs:
        'edit' | 'dri' | 'provider' | 'nominee' | 'either-side' | 'other-side' | 'waiver-right' | 'addressee';
    }
  | { readonly code: 'person-not-found'; readonly field: string; readonly accountId: AccountId }
  | { readonly code: 'person-inactive'; readonly field: string; readonly accountId: AccountId }
  | { readonly code: 'person-not-human'; readonly field: string; readonly accountId: AccountId }
  | { readonly code: 'already-nominated'; readonly accountId: AccountId }
  | { readonly code: 'already-accepted'; readonly accountId: AccountId }
  | { readonly code: 'no-nomination' }
  | { readonly code: 'no-dri' }
  | { readonly code: 'grantor-is-dri' }
  | { readonly code: 'date-in-past'; readonly field: string; readonly date: IsoDate; readonly today: IsoDate }
  | { readonly code: 'own-issue'; readonly field: string }
  | { readonly code: 'already-asked'; readonly agreementId: string; readonly field: string }
  | { readonly code: 'too-many-agreements'; readonly limit: number }
  | { readonly code: 'agreements-open'; readonly count: number }
  | { readonly code: 'already-declared' }
  | { readonly code: 'no-agreements' }
  | { readonly code: 'agreement-not-found'; readonly agreementId: string }
  | { readonly code: 'wrong-status'; readonly agreementId: string; readonly status: string }
  | { readonly code: 'nothing-restated' }
  | { readonly code: 'same-date'; readonly field: string }
  | { readonly code: 'same-provider'; readonly field: string }
  | { readonly code: 'same-issue'; readonly field: string }
  /** It does not exist, or not for whoever names it. */
  | { readonly code: 'issue-not-found'; readonly field: string; readonly issueKey: IssueKey }
  /** A promise handed to the person who asked for it, or who owns the work item, would bind nobody. */
  | { readonly code: 'provider-asked-for-it'; readonly field: string; readonly accountId: AccountId }
  | { readonly code: 'no-renegotiation' }
  /** A promise that no longer holds is told with why. */
  | { readonly code: 'reason-missing'; readonly field: string }
  | { readonly code: 'alternative-missing' }
  | { readonly code: 'alternative-is-self'; readonly field: string }
  | { readonly code: 'self-acknowledgement' }
  | { readonly code: 'intake-missing'; readonly field: IntakeField }
  | { readonly code: 'waiver-for-oneself' }
  | { readonly code: 'waiver-ends-in-past'; readonly field: string }
  | { readonly code: 'waiver-too-long'; readonly field: string; readonly longestDays: number }
  | { readonly code: 'waiver-not-found'; readonly waiverId: string }
  | { readonly code: 'waiver-over'; readonly waiverId: string }
  | { readonly code: 'too-many-waivers'; readonly limit: number }
  | FollowThroughRejection
  | { readonly code: 'already-recorded' }
  /** Somebody else changed what the command is about since its giver looked; the latest such entry. */
  | { readonly code: 'changed-meanwhile'; readonly entry: CharterEvent };

export type RejectionCode = Rejection['code'];

/** Most agreements one charter holds, withdrawn ones included: keeps the record well under the storage limit. */
export const MAX_AGREEMENTS = 100;

/** Most waivers one charter keeps: more of them would be a way of working, and belong into the policy. */
export const MAX_WAIVERS = 50;
