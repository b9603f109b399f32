import type { LinkProposal } from './link-proposal';
import { dayIsOver } from '../../time/local-date';
import type { ReviewAnswer } from '../check-in/check-in';
import type { Requested } from './requested';
import type { Reachable } from '../reach';
import type { Counter, Renegotiation, Return } from './parts';
import type { Debrief } from '../debrief/debrief';
import type { AccountId, AgreementId, IssueId, IssueKey, NeedId } from '../../ids';
import type { TeamId } from '../../team/team';
import { isBefore, type Instant, type IsoDate, type TimeZone } from '../../time/time';

export { RETURN_CAUSES, type Counter, type Renegotiation, type Return, type ReturnCause } from './parts';

/** A promised day that was changed, and who agreed to it. */
export interface DateChange {
  readonly at: Instant;
  readonly by: AccountId;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly reason: string;
}

/** A broken promise, recorded once, with the side of the handoff it happened on; never a judgement of a person. */
export interface Breach {
  /** `late`: the provider's promise. `spec`: the request was wrong or incomplete. */
  readonly side: 'late' | 'spec';
  readonly at: Instant;
}

/** The team a request was put to, through whoever takes its requests. */
export interface AskedTeam {
  readonly id: TeamId;
  /** What it was called then. */
  readonly name: string;
  /** Whoever takes its requests named who is to promise it. */
  readonly named?: true;
}

/** What is asked for, and of whom. */
export interface Asked {
  readonly providerAccountId: AccountId;
  /** Present where a team was asked: the provider takes its requests, or was named by who does. */
  readonly team?: AskedTeam;
  /** The provider's zone when asked: the day of a promise ends there. */
  readonly providerZone: TimeZone;
  readonly deliverable: string;
  /** How both sides will know it is done. */
  readonly acceptance: string;
  readonly neededBy: IsoDate;
  /** The provider's own Jira issue, where there is one. */
  readonly providerIssueKey?: IssueKey;
  /** Its id, which a move to another project does not change; absent in agreements from before it was kept. */
  readonly providerIssueId?: IssueId;
  /** In place of both, and only in what a reader is told: there is one, and they may not see it. */
  readonly providerIssueHidden?: true;
  /** What stands still without it. */
  readonly impact?: string;
  /** What the provider gets to start with. */
  readonly inputs?: string;
}

interface AgreementTerms extends Asked, Reachable {
  /** Stable within its charter: `A1`, `A2`, … in the order of asking. */
  readonly id: AgreementId;
  /** Another issue that one side of the promise named for it, until the other side names it too. */
  readonly linkProposal?: LinkProposal;
  /** The need of a check-in that it answers. */
  readonly needId?: NeedId;
  /** What the DRI said of it in the last check-in that named it. */
  readonly walkedThrough?: { readonly answer: ReviewAnswer; readonly at: Instant };
  readonly requestedBy: AccountId;
  /** When the question now standing was put: renewed by restating, reassigning and handing over. */
  readonly requestedAt: Instant;
  /** How many times it was put to somebody, the first time included. */
  readonly rounds: number;
  /** How many deliveries went back. */
  readonly rework: number;
  readonly dateChanges: readonly DateChange[];
  readonly breach?: Breach;
  readonly lastReturn?: Return;
  /** The blame-free look back, once the promise broke. */
  readonly debrief?: Debrief;
  /** The finished work item it was promised to before, and what it was called there. */
  readonly carriedFrom?: { readonly issueKey: IssueKey; readonly agreementId: AgreementId };
  /** Nobody has said yet that this work needs it: it was promised to an owner who let go, or to work that is over. */
  readonly untaken?: { readonly since: Instant };
  /** Since when somebody waits for it again: an owner took it on, or the work was opened once more. Its clocks begin there. */
  readonly resumedAt?: Instant;
}

/** What holds from the provider's yes on. */
interface Commitment {
  readonly acknowledgedAt: Instant;
  readonly committedBy: IsoDate;
  /** When the provider last said that the day still holds, where they were asked and nothing else was settled. */
  readonly confirmedAt?: Instant;
  /** The provider's last word, where it was that the promise does not hold as things are. */
  readonly doubt?: { readonly at: Instant; readonly reason: string };
}

interface Delivery {
  readonly deliveredAt: Instant;
  readonly evidence: string;
}

/** The part of an agreement that belongs to the state it is in. */
export type AgreementState =
  | Requested
  | { readonly status: 'countered'; readonly counter: Counter }
  | (Commitment & { readonly status: 'acknowledged'; readonly renegotiation?: Renegotiation })
  | (Commitment & Delivery & { readonly status: 'delivered' })
  | (Commitment & Delivery & { readonly status: 'accepted'; readonly acceptedAt: Instant })
  | {
      readonly status: 'declined';
      readonly declinedAt: Instant;
      readonly declineReason: string;
      /** At least one of the two is present: a decline names who or when instead. */
      readonly alternativeAccountId?: AccountId;
      readonly availableFrom?: IsoDate;
    }
  | {
      readonly status: 'withdrawn';
      readonly withdrawnAt: Instant;
      /** Empty where the work was over and its owner said only what became of the promise. */
      readonly withdrawReason: string;
      /** What became of it, where it was still open when the work was over. */
      readonly settledAs?: 'not-needed' | 'moved';
      /** The work item that goes on needing it. */
      readonly movedTo?: IssueKey;
    };

/** A promise asked of one named person, in one of the states of its life. */
export type Agreement = AgreementTerms & AgreementState;

export type AgreementStatus = Agreement['status'];

const STATE_KEYS = [
  'reply',
  'question',
  'answered',
  'spokenYes',
  'counter',
  'acknowledgedAt',
  'committedBy',
  'confirmedAt',
  'doubt',
  'renegotiation',
  'deliveredAt',
  'evidence',
  'acceptedAt',
  'declinedAt',
  'declineReason',
  'alternativeAccountId',
  'availableFrom',
  'withdrawnAt',
  'withdrawReason',
  'settledAs',
  'movedTo',
] as const;

/** The agreement in another state: whatever belonged to the state before is gone from it, and stays in the history. */
export function inState(agreement: Agreement, state: AgreementState): Agreement {
  const terms = Object.fromEntries(
    Object.entries(agreement).filter(([key]) => !(STATE_KEYS as readonly string[]).includes(key)),
  ) as unknown as AgreementTerms;
  return { ...terms, ...state };
}

/** Open agreements still count: withdrawn ones are history. */
export const isOpen = (agreement: Agreement): boolean => agreement.status !== 'withdrawn';

/** Promised at least: acknowledged, and perhaps delivered or accepted since. */
export const isPromised = (
  agreement: Agreement,
): agreement is Extract<Agreement, { readonly committedBy: IsoDate }> =>
  agreement.status === 'acknowledged' || agreement.status === 'delivered' || agreement.status === 'accepted';

/** Promised, not delivered, and the promised day has ended in the provider's zone. Derived from now, never stored. */
export function isOverdue(agreement: Agreement, now: Instant): boolean {
  return agreement.status === 'acknowledged' && dayIsOver(agreement.committedBy, agreement.providerZone, now);
}

/** What is neither there to the DRI's content nor taken back; a delivery that nobody accepted yet is unsettled. */
export type UnsettledStatus = Exclude<AgreementStatus, 'accepted' | 'withdrawn'>;

/** Whether an agreement still waits for somebody, on whichever side. */
export const isUnsettled = (
  agreement: Agreement,
): agreement is Extract<Agreement, { readonly status: UnsettledStatus }> =>
  agreement.status !== 'accepted' && agreement.status !== 'withdrawn';

/**
 * Its DRI asked about it by name and it is not on track: until they say otherwise, it is there, or its provider says
 * something newer than that.
 */
export function isSaidAtRisk(agreement: Agreement): boolean {
  const { walkedThrough: said, requestedAt } = agreement;
  if (said?.answer !== 'at-risk' || !isUnsettled(agreement) || agreement.status === 'delivered') return false;
  const heard = isPromised(agreement)
    ? [agreement.acknowledgedAt, agreement.confirmedAt, agreement.dateChanges.at(-1)?.at]
    : [];
  return ![requestedAt, ...heard].some((at) => at !== undefined && isBefore(said.at, at));
}

/** Ids where both are known: one issue has had several keys, and a key may come back with another issue behind it. */
export const sameIssue = (
  a: {
    readonly providerIssueKey?: IssueKey | undefined;
    readonly providerIssueId?: IssueId | null | undefined;
  },
  b: {
    readonly providerIssueKey?: IssueKey | undefined;
    readonly providerIssueId?: IssueId | null | undefined;
  },
): boolean =>
  typeof a.providerIssueId === 'string' && typeof b.providerIssueId === 'string'
    ? a.providerIssueId === b.providerIssueId
    : a.providerIssueKey === b.providerIssueKey;

/** What a provider asks back, while it waits for whoever asked. */
export const questionOf = (agreement: Agreement): NonNullable<Requested['question']> | undefined =>
  agreement.status === 'requested' ? agreement.question : undefined;

/** A team was asked, and nobody of it has said yet who is to promise it. */
export const awaitsName = ({ status, team }: Agreement): boolean =>
  status === 'requested' && team !== undefined && team.named === undefined;

/** Asked of oneself: by the DRI, or by whoever wrote the request. Such a promise binds nobody. */
export const isSelfDealt = (agreement: Agreement, dri: AccountId | undefined): boolean =>
  agreement.providerAccountId === dri || agreement.providerAccountId === agreement.requestedBy;
