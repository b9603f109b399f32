import type { Charter } from '../domain/charter/charter';
import type { Commitment } from '../domain/commitments/commitments';
import type { DutyKind } from '../domain/commitments/duties';
import type { CharterEvent } from '../domain/charter/events';
import type { Finding, Verdict } from '../domain/gate/finding';
import type { WorkItem } from '../domain/gate/item';
import type { Checkpoint, Mode } from '../domain/gate/rules';
import type { Policy } from '../domain/policy/policy';
import type { AccountabilityTest } from '../domain/report/accountability-test';
import type { Agreement } from '../domain/agreement/agreement';
import type { AccountId, Instant, IssueKey, PersonFact } from '../domain/values';
import type { CallKey } from './inputs';
import type { Refusal } from './refusal';

/** A finding for people: the rule, who must act (account ids; empty: anyone who may edit), what is the case, what to do. */
export interface FindingView {
  readonly rule: Finding['rule'];
  readonly severity: Finding['severity'];
  readonly who: readonly AccountId[];
  readonly what: string;
  readonly next: string;
  /** The facts behind the words, so that a screen can offer the right button. */
  readonly finding: Finding;
}

export interface GateView {
  readonly checkpoint: Checkpoint;
  readonly mode: Mode;
  readonly verdict: Verdict;
  /** The verdict if the policy enforced. */
  readonly strictVerdict: Verdict;
  readonly policyVersion: number;
  readonly findings: readonly FindingView[];
}

/** An agreement with what is derived from the clock. */
export type AgreementView = Agreement & {
  readonly overdue: boolean;
  readonly acknowledgementOverdue: boolean;
};

export type CharterView = Omit<Charter, 'agreements'> & { readonly agreements: readonly AgreementView[] };

/** Everything the panel shows, in one answer. */
export interface CharterAnswer {
  readonly ok: true;
  readonly charter: CharterView;
  /** The gate at the checkpoint the item meets next. */
  readonly gate: GateView;
  readonly gates: Readonly<Record<Checkpoint, GateView>>;
  readonly item: WorkItem;
  readonly policy: Policy;
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  readonly me: { readonly accountId: AccountId; readonly canEdit: boolean };
  /** Everything that happened, oldest first. */
  readonly history: readonly CharterEvent[];
  readonly now: Instant;
}

/** What a provider who may not see the work item gets: their agreement and nothing else of it. */
export interface ProviderAnswer {
  readonly ok: true;
  readonly agreement: AgreementView;
}

/** One line of somebody's commitments: what is to be done, by whom, since when. */
export interface CommitmentEntry extends Pick<
  Commitment,
  'urgency' | 'since' | 'dueOn' | 'who' | 'awaitedBy'
> {
  /** Names the line when it is answered. */
  readonly ref: string;
  readonly duty: DutyKind;
  readonly agreement?: AgreementView;
  /** Who answers for the work item, as far as this person may know. */
  readonly dri?: { readonly accountId: AccountId; readonly status: 'nominated' | 'accepted' };
  /** Absent where Jira does not show the work item to this person. */
  readonly item?: {
    readonly issueKey: IssueKey;
    readonly summary: string;
    readonly status: WorkItem['status'];
  };
}

/** A page of what waits for a person (`yours`), and of what they wait for (`awaited`); most urgent first. */
export interface CommitmentsAnswer {
  readonly ok: true;
  readonly yours: readonly CommitmentEntry[];
  readonly awaited: readonly CommitmentEntry[];
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  readonly me: { readonly accountId: AccountId };
  /** Absent on the last page. A page may be empty and still have a next one. */
  readonly nextCursor?: string;
  readonly now: Instant;
}

/** What became of one answer. */
export type AnsweredCommitment = { readonly ref: string } & (
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string; readonly field?: string };
    }
);

/** In the order the answers were given. */
export interface AnswersAnswer {
  readonly ok: true;
  readonly results: readonly AnsweredCommitment[];
}

export interface ReportItem {
  readonly issueKey: IssueKey;
  readonly summary: string;
  readonly issueType: string;
  readonly status: WorkItem['status'];
  readonly dri: { readonly accountId: AccountId; readonly status: 'nominated' | 'accepted' } | null;
  readonly gate: GateView;
  readonly test: AccountabilityTest;
  readonly atRisk: boolean;
  /** Open agreements, and the earliest day one of them is needed. */
  readonly agreements: {
    readonly open: number;
    readonly acknowledged: number;
    readonly nextNeededBy?: string;
  };
}

export interface ReportPageAnswer {
  readonly ok: true;
  readonly items: readonly ReportItem[];
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  /** Absent on the last page. */
  readonly nextCursor?: string;
  /** How many items the viewer's search counts, on the first page only; Jira's estimate. */
  readonly approximateTotal?: number;
  readonly now: Instant;
}

export interface PolicyAnswer {
  readonly ok: true;
  readonly policy: Policy;
  /** True where the project still follows the site default. */
  readonly inherited: boolean;
}

type CharterChange = CharterAnswer | ProviderAnswer;

interface Answers {
  'charter/get': CharterAnswer;
  'dri/nominate': CharterAnswer;
  'dri/accept': CharterAnswer;
  'dri/decline': CharterAnswer;
  'authority/grant': CharterAnswer;
  'brief/write': CharterAnswer;
  'dependencies/declare-none': CharterAnswer;
  'agreement/request': CharterAnswer;
  'agreement/acknowledge': CharterChange;
  'agreement/decline': CharterChange;
  'agreement/withdraw': CharterAnswer;
  'agreement/counter': CharterChange;
  'agreement/accept-counter': CharterAnswer;
  'agreement/restate': CharterAnswer;
  'agreement/reassign': CharterChange;
  'agreement/deliver': CharterChange;
  'agreement/accept-delivery': CharterAnswer;
  'agreement/return': CharterAnswer;
  'agreement/renegotiate': CharterChange;
  'agreement/answer-renegotiation': CharterChange;
  'commitments/list': CommitmentsAnswer;
  'commitments/answer': AnswersAnswer;
  'report/page': ReportPageAnswer;
  'policy/get': PolicyAnswer;
  'policy/save': PolicyAnswer;
}

/** What a call answers when it is not refused. */
export type Success<K extends CallKey> = Answers[K];
export type Answer<K extends CallKey> = Success<K> | Refusal;
