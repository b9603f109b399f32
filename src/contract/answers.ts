import type { HandsAnswer, OwnHandsAnswer } from './hands';
import type { Charter } from '../domain/charter/charter';
import type { Commitment } from '../domain/commitments/commitments';
import type { DutyKind } from '../domain/commitments/duties';
import type { CharterEvent } from '../domain/charter/events';
import type { Finding, Verdict } from '../domain/gate/finding';
import type { WorkItem } from '../domain/gate/item';
import type { Checkpoint, Mode, RuleId } from '../domain/policy/rules';
import type { Policy, PolicyVersion } from '../domain/policy/policy';
import type { WaitingLink, WorkItemType } from '../domain/policy/scope';
import type { AccountabilityTest } from '../domain/report/accountability/accountability-test';
import type { Standing } from '../domain/report/accountability/standing';
import type { Measure } from '../domain/policy/clock-policy';
import type { Escalation } from '../domain/charter/follow-through/follow-through';
import type { RungReached } from '../domain/notices/steps-by-cause';
import type { Agreement } from '../domain/charter/agreement/agreement';
import type { BacktestAnswer } from './backtest';
import type { HandoffsAnswer } from './handoffs';
import type { Provider } from '../domain/report/indicators/indicators';
import type { AccountId, Instant, IsoDate, IssueKey, PersonFact } from '../domain/values';
import type { DriftAnswer, IndicatorsAnswer } from './indicators';
import type { GadgetAnswer } from './gadget';
import type { CallKey } from './inputs';
import type { ReadinessAnswer } from './readiness';
import type { Refusal } from './refusal';

/** A finding for people: the rule, who must act (account ids; empty: anyone who may edit), what is the case, what to do. */
export interface FindingView {
  readonly rule: Finding['rule'];
  readonly severity: Finding['severity'];
  readonly who: readonly AccountId[];
  readonly what: string;
  readonly next: string;
  /** The facts behind the words, so that a screen can offer the right button; absent where they are another item's. */
  readonly finding?: Finding;
}

export interface GateView {
  readonly checkpoint: Checkpoint;
  readonly mode: Mode;
  readonly verdict: Verdict;
  /** The verdict if the policy enforced. */
  readonly strictVerdict: Verdict;
  /** The version of the policy that made the findings. */
  readonly policyVersion: number;
  /** Where that policy was decided; absent for what Holdfast ships with. */
  readonly policyOf?: 'site' | 'project';
  readonly findings: readonly FindingView[];
  /** The item above whose gate this one follows, and whose findings these are: told by their rules alone. */
  readonly ofAncestor?: IssueKey;
  /** What a waiver in force lets pass. */
  readonly waived: readonly WaivedView[];
}

/** A finding let pass: by whom, until when. */
export interface WaivedView extends FindingView {
  readonly waiverId: string;
  readonly waivedBy: AccountId;
  readonly until: Instant;
}

/** An agreement with what is derived from the clock. */
export type AgreementView = Agreement & {
  readonly overdue: boolean;
  readonly acknowledgementOverdue: boolean;
  /** The highest rung of the ladder it stands on; null while no clock has run out. */
  readonly rung: RungReached | null;
};

export type CharterView = Omit<Charter, 'agreements'> & { readonly agreements: readonly AgreementView[] };

/**
 * Why a verdict is not known. `app-may-not-see`: Jira does not show the item to Holdfast. `people-not-read`: Jira did not
 * say who still is there.
 */
export type GateUnknown = 'app-may-not-see' | 'people-not-read';

/** Everything the panel shows, in one answer. */
export interface CharterAnswer {
  readonly ok: true;
  readonly charter: CharterView;
  /** The gate at the checkpoint the item meets next; null where it is not known. */
  readonly gate: GateView | null;
  readonly gates: Readonly<Record<Checkpoint, GateView>> | null;
  /** Why no verdict is known; absent where one is. */
  readonly gateUnknown?: GateUnknown;
  /** Present where this reader sees something in the way that Holdfast may not see: no verdict weighs it. */
  readonly waitsUnseen?: true;
  readonly item: WorkItem;
  readonly policy: Policy;
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  readonly me: {
    readonly accountId: AccountId;
    readonly canEdit: boolean;
    /** Administers the item's project, as far as the policy's waivers ask. */
    readonly administers: boolean;
    readonly mayWaive: boolean;
  };
  /** What happened last, oldest first. */
  readonly history: readonly CharterEvent[];
  /** How many entries the whole history has; a command that sends it back is refused when others changed its subject since. */
  readonly seen: number;
  /** How many older entries `history/page` has: the number of the first one here, counted from 0. */
  readonly earlier: number;
  readonly clocks: ItemClocks;
  readonly now: Instant;
}

/** What the clocks say of a work item. */
export interface ItemClocks {
  /** When the DRI's next check-in is due; null without an accepted DRI. */
  readonly nextCheckInAt: Instant | null;
  /** Questions that wait for a decision, by id. */
  readonly questions: readonly string[];
  /** The highest rung anything of the item stands on. */
  readonly rung: RungReached | null;
}

/** What a provider who may not see the work item gets: their agreement and nothing else of it. */
export interface ProviderAnswer {
  readonly ok: true;
  readonly agreement: AgreementView;
  /** Those the agreement speaks of. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  /** As in `CharterAnswer`. */
  readonly seen: number;
  readonly now: Instant;
}

/** One line of somebody's commitments: what is to be done, by whom, since when. */
export interface CommitmentEntry extends Pick<
  Commitment,
  'urgency' | 'since' | 'dueOn' | 'who' | 'awaitedBy'
> {
  /** Names the line when it is answered. */
  readonly ref: string;
  /** As in `CharterAnswer`: sent back with an answer, so that nobody answers what has changed meanwhile. */
  readonly seen: number;
  readonly duty: DutyKind;
  readonly agreement?: AgreementView;
  /** A question that needs a decision. */
  readonly question?: { readonly escalationId: string; readonly text: string };
  /** A gap that somebody raised. */
  readonly gap?: { readonly gapId: string; readonly text: string };
  /** For a check-in: how many there were, and the agreements it walks through or that speak against “on track”. */
  readonly checkIn?: { readonly count: number; readonly agreements: readonly AgreementView[] };
  /** Who answers for the work item, as far as this person may know. */
  readonly dri?: { readonly accountId: AccountId; readonly status: 'nominated' | 'accepted' };
  /** Absent where Jira does not show the work item to this person. */
  readonly item?: {
    readonly issueKey: IssueKey;
    readonly summary: string;
    readonly status: WorkItem['status'];
  };
  /** Since when Jira no longer has the work item; what was promised still stands. */
  readonly itemDeletedAt?: Instant;
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

/** A stretch of the history. All pages together, newest first, are the whole of it. */
export interface HistoryPageAnswer {
  readonly ok: true;
  /** Oldest first. */
  readonly events: readonly CharterEvent[];
  /** The number of the first of them; the oldest entry of all is 0. */
  readonly from: number;
  /** What to ask for next; absent when nothing is older. */
  readonly nextBefore?: number;
  readonly people: Readonly<Record<AccountId, PersonFact>>;
}

/** What somebody gets who decides a question without seeing the work item: the question, and no more. */
export interface EscalationAnswer {
  readonly ok: true;
  readonly escalation: Escalation;
}

export interface ReportItem {
  readonly issueKey: IssueKey;
  readonly summary: string;
  readonly issueType: string;
  /** Its level in Jira's hierarchy; 1 for epics under whatever name. */
  readonly issueTypeLevel: number | null;
  readonly status: WorkItem['status'];
  readonly components: readonly string[];
  readonly fixVersions: readonly string[];
  readonly dri: { readonly accountId: AccountId; readonly status: 'nominated' | 'accepted' } | null;
  /** Null where the verdict is not known. */
  readonly gate: GateView | null;
  readonly gateUnknown?: GateUnknown;
  /** Present where this reader sees something in the way that Holdfast may not see: no verdict weighs it. */
  readonly waitsUnseen?: true;
  readonly test: AccountabilityTest;
  readonly atRisk: boolean;
  /** Moves around the gate, of the latest that are kept. */
  readonly bypasses: number;
  /** Open agreements, and the earliest day one of them is needed. */
  readonly agreements: {
    readonly open: number;
    readonly acknowledged: number;
    readonly nextNeededBy?: string;
  };
  /** Whom it needs something from, by what is open or not even promised. */
  readonly handoffs: readonly Provider[];
  /** When it is looked at again; absent without a brief. */
  readonly reviewOn?: IsoDate;
  /** The highest rung anything of the item stands on. */
  readonly rung: RungReached | null;
  /** Agreements without an answer for longer than the policy allows. */
  readonly unanswered: number;
  /** How it stood a week ago, by its own charter; null where too much happened since for that to be at hand. */
  readonly lastWeek: Standing | null;
  /** As in `CharterAnswer`. */
  readonly seen: number;
}

/** Who was reminded of what waits for them, and who had been before. */
export interface ReminderAnswer {
  readonly ok: true;
  readonly reminded: readonly AccountId[];
  readonly already: readonly AccountId[];
}

/** What became of one item that was acted on: its line as it is now, or who was reminded, or why nothing was done. */
export type ActedOn = { readonly issueKey: IssueKey } & (
  | { readonly ok: true; readonly item: ReportItem }
  | ReminderAnswer
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string; readonly field?: string };
    }
);

/** In the order the items were given, each once. */
export interface ReportActAnswer {
  readonly ok: true;
  readonly results: readonly ActedOn[];
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  readonly now: Instant;
}

export interface ReportPageAnswer {
  readonly ok: true;
  readonly items: readonly ReportItem[];
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  /** Absent on the last page. */
  readonly nextCursor?: string;
  /** How many items the viewer's search counts, on the first page only; Jira's estimate. */
  readonly approximateTotal?: number;
  /** Types that the policy names and Jira no longer knows; absent where it knows all. */
  readonly unknownTypes?: readonly WorkItemType[];
  /** The time the policy gives to answer a request. */
  readonly answerWithin: { readonly hours: number; readonly measure: Measure };
  readonly now: Instant;
}

export interface PolicyAnswer {
  readonly ok: true;
  /** `version` is the record's own: send it back when saving, so that nobody is overwritten. */
  readonly policy: Policy;
  /** What holds where this owner decides nothing: the site's policy, or what Holdfast ships with. */
  readonly above: Policy;
  /** True where the project follows the site's policy, or the site what Holdfast ships with. */
  readonly inherited: boolean;
  /** What the policy names that Jira no longer has. The gate goes on with the rest. */
  readonly unknown: {
    readonly types: readonly WorkItemType[];
    readonly links: readonly WaitingLink[];
    readonly ownerField?: string;
    /** No link type of the site counts as waiting: blocking links are not noticed. */
    readonly waitsForNothing: boolean;
  };
  /** People the policy names. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  readonly now: Instant;
}

export interface PolicyVersionsAnswer {
  readonly ok: true;
  /** Newest first. */
  readonly versions: readonly PolicyVersion[];
  readonly people: Readonly<Record<AccountId, PersonFact>>;
}

/** How one open item would fare at its next checkpoint under a policy that is not saved yet. */
export interface PreviewItem {
  readonly issueKey: IssueKey;
  readonly summary: string;
  readonly issueType: string;
  readonly checkpoint: Checkpoint;
  /** `outside`: its issue type is not under that policy. `not-known`: the app may not see it. */
  readonly before: Verdict | 'outside' | 'not-known';
  readonly after: Verdict | 'outside' | 'not-known';
  /** Rules that would newly be found, and those that would no longer be. */
  readonly added: readonly RuleId[];
  readonly removed: readonly RuleId[];
}

export interface PolicyPreviewAnswer {
  readonly ok: true;
  /** Only items that would fare differently. */
  readonly changed: readonly PreviewItem[];
  /** Items looked at on this page, and how they fare before and after. */
  readonly looked: number;
  readonly blockedBefore: number;
  readonly blockedAfter: number;
  /** Items that the app may not see. */
  readonly notKnown: number;
  readonly nextCursor?: string;
  readonly approximateTotal?: number;
}

/** What a transition with a rule would answer for one work item. */
export interface RuleTestAnswer {
  readonly ok: true;
  readonly issueKey: IssueKey;
  readonly summary: string;
  /** The mode the rule leaves the policy in. */
  readonly mode: Mode;
  /**
   * `refused`: Jira shows `lines`. `told`: it moves, and the mover gets a comment. `recorded`: it moves, and is recorded.
   * `waived`: it moves on a waiver. `untouched`: its type is not under the policy. `not-known`: the app may not see it.
   */
  readonly outcome: 'refused' | 'told' | 'recorded' | 'waived' | 'passes' | 'untouched' | 'not-known';
  readonly lines: readonly string[];
  /** Present where this reader sees something in the way that Holdfast may not see: no verdict weighs it. */
  readonly waitsUnseen?: true;
}

/** The mode that is in force where a workflow is used, for a rule to be saved with. */
export interface RuleModeAnswer {
  readonly ok: true;
  /** Of the project named; where none was, the strictest of any project. */
  readonly mode: Mode;
}

type CharterChange = CharterAnswer | ProviderAnswer;

interface Answers {
  'charter/get': CharterAnswer;
  'history/page': HistoryPageAnswer;
  'dri/nominate': CharterAnswer;
  'dri/accept': CharterAnswer;
  'dri/decline': CharterAnswer;
  'authority/grant': CharterAnswer;
  'brief/write': CharterAnswer;
  'dependencies/declare-none': CharterAnswer;
  'dependencies/declare-no-further': CharterAnswer;
  'agreement/request': CharterAnswer;
  'agreement/acknowledge': CharterChange;
  'agreement/decline': CharterChange;
  'agreement/withdraw': CharterChange;
  'agreement/counter': CharterChange;
  'agreement/accept-counter': CharterChange;
  'agreement/restate': CharterChange;
  'agreement/reassign': CharterChange;
  'agreement/deliver': CharterChange;
  'agreement/confirm': CharterChange;
  'agreement/accept-delivery': CharterChange;
  'agreement/return': CharterChange;
  'agreement/renegotiate': CharterChange;
  'agreement/answer-renegotiation': CharterChange;
  'agreement/link': CharterChange;
  'commitments/list': CommitmentsAnswer;
  'commitments/answer': AnswersAnswer;
  'report/page': ReportPageAnswer;
  'report/indicators': IndicatorsAnswer;
  'report/drift': DriftAnswer;
  'report/past': IndicatorsAnswer;
  'report/hands': HandsAnswer;
  'owner/hands': OwnHandsAnswer;
  'backtest/run': BacktestAnswer;
  'report/handoffs': HandoffsAnswer;
  'report/act': ReportActAnswer;
  'checkin/submit': CharterAnswer;
  'escalation/raise': CharterAnswer;
  'escalation/answer': CharterAnswer | EscalationAnswer;
  'gap/raise': CharterAnswer;
  'gap/answer': CharterAnswer;
  'review/decide': CharterAnswer;
  'review/set-date': CharterAnswer;
  'reminder/send': ReminderAnswer;
  'debrief/write': CharterChange;
  'waiver/grant': CharterAnswer;
  'waiver/end': CharterAnswer;
  'policy/get': PolicyAnswer;
  'policy/save': PolicyAnswer;
  'policy/follow-site': PolicyAnswer;
  'policy/preview': PolicyPreviewAnswer;
  'policy/versions': PolicyVersionsAnswer;
  'site-policy/get': PolicyAnswer;
  'site-policy/save': PolicyAnswer;
  'site-policy/versions': PolicyVersionsAnswer;
  'readiness/get': ReadinessAnswer;
  'readiness/start': ReadinessAnswer;
  'readiness/choose': ReadinessAnswer;
  'readiness/watch': ReadinessAnswer;
  'readiness/reinforce': ReadinessAnswer;
  'readiness/decide': ReadinessAnswer;
  'report/gadget': GadgetAnswer;
  'rule/test': RuleTestAnswer;
  'rule/mode': RuleModeAnswer;
}

/** What a call answers when it is not refused. */
export type Success<K extends CallKey> = Answers[K];
export type Answer<K extends CallKey> = Success<K> | Refusal;
