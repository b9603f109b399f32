import type { PassageReason } from '../../domain/charter/charter';
import type { Checkpoint } from '../../domain/policy/rules';
import type { AccountId, Instant, IssueKey } from '../../domain/values';
import type { CharterSearch } from '../charter/ports';
import type { ClockFollowUp } from '../notices/ports';

/** Work that follows a stored change; each may arrive twice and out of order. */
export type FollowUp =
  | ClockFollowUp
  | { readonly kind: 'shadow'; readonly issueKey: IssueKey }
  /** Keeps by id what policies saved by name, a page at a time. */
  | { readonly kind: 'policies'; readonly cursor?: string }
  /** Rebuilds the rows of all charters, a page at a time. */
  | { readonly kind: 'rows'; readonly cursor?: string }
  /** Something happened to the item itself: it may have another key, or be gone or back. */
  | {
      readonly kind: 'whereabouts';
      readonly issueId: string;
      readonly issueKey: IssueKey;
      /** Jira said that it was deleted. */
      readonly gone: boolean;
    }
  /** The weekly cycle for personal data: collect the ids that are stored, report them, take out the closed ones. */
  | {
      readonly kind: 'gather';
      readonly accounts: Readonly<Record<AccountId, Instant>>;
      readonly cursor?: string | undefined;
    }
  | { readonly kind: 'report'; readonly accounts: Readonly<Record<AccountId, Instant>> }
  | {
      readonly kind: 'erase';
      readonly names: Readonly<Record<AccountId, AccountId>>;
      readonly cursor?: string | undefined;
    }
  /** The same as `whereabouts` for every charter that is found. */
  | {
      readonly kind: 'search';
      readonly where: CharterSearch;
      readonly gone: boolean;
      readonly cursor?: string | undefined;
    }
  /** Jira says the item changed status: was the gate asked? */
  | {
      readonly kind: 'moved';
      readonly issueKey: IssueKey;
      readonly toStatusId: string;
      readonly checkpoint: Checkpoint;
    }
  /** Does every DRI still see their items? Charters from a cursor on, and what the pages before found. */
  | {
      readonly kind: 'review';
      readonly cursor?: string | undefined;
      readonly before?: ReviewSoFar | undefined;
    }
  /** A review found that a DRI lost sight of an item, or has it back. */
  | ({ readonly kind: 'access'; readonly sees: boolean } & OwnedItem)
  /** Jira says somebody is assigned. */
  | { readonly kind: 'assigned'; readonly issueKey: IssueKey }
  | {
      readonly kind: 'passage';
      readonly issueKey: IssueKey;
      readonly toStatusId: string;
      readonly checkpoint: 'start' | 'finish';
      readonly reason: Exclude<PassageReason, 'bypass'>;
      /** The child that moved, where `issueKey` is the item whose gate was asked. */
      readonly child?: IssueKey;
      readonly rules: readonly string[];
      /** The sentences of the findings, for the comment in coach mode. */
      readonly advice: readonly string[];
      readonly at: Instant;
    };

/** A work item and its accepted DRI. */
export interface OwnedItem {
  readonly issueKey: IssueKey;
  readonly accountId: AccountId;
}

export interface ReviewSoFar {
  /** Names the run: each person is looked at once in it. */
  readonly run: string;
  /** Items with an accepted DRI that were looked at. */
  readonly owned: number;
  /** What is to be declared lost, unless it is too much at once. */
  readonly lost: readonly OwnedItem[];
}

export type PassageFollowUp = Extract<FollowUp, { kind: 'passage' }>;

/** Which page of which run of paged work an event is for; pages count from 0. */
export interface Stretch {
  readonly run: string;
  readonly page: number;
}

export interface FollowUps {
  /** Queues follow-ups; throws Unavailable when the queue does not take them. */
  push(
    followUps: readonly (FollowUp & { readonly stretch?: Stretch })[],
    delaySeconds?: number,
  ): Promise<void>;
}
