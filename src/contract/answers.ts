import type * as z from 'zod/mini';
import type { CallKey, CallOf } from './calls';
import type { findingView } from './outputs-finding';
import type { Refusal } from './refusal';
import type { agreementView } from './shapes/agreement';
import type { auditPage } from './shapes/audit-page';
import type { charterView } from './shapes/charter';
import type {
  changedCharter,
  charterAnswer,
  escalationAnswer,
  providerAnswer,
} from './shapes/charter-answer';
import type { itemClocks } from './shapes/clocks';
import type { gateUnknown, gateView } from './shapes/gate';
import type { policyAnswer, policyVersionsAnswer } from './shapes/policy-answer';
import type { reportItem } from './shapes/report-item';

/** What a call answers when it is not refused. */
export type Success<K extends CallKey> = Successes[K];
export type Answer<K extends CallKey> = Success<K> | Refusal;

type Successes = {
  readonly [K in CallKey]: z.output<ReturnType<NonNullable<CallOf<K>['output']>>>;
};

// The names under which screens and use cases know parts of the answers; what each field means stands at its schema.

export interface FindingView extends z.output<typeof findingView> {}
export interface GateView extends z.output<typeof gateView> {}
export type GateUnknown = z.output<typeof gateUnknown>;
export type AuditPageAnswer = z.output<typeof auditPage>;
export type AgreementView = z.output<typeof agreementView>;
export interface CharterView extends z.output<typeof charterView> {}
export interface CharterAnswer extends z.output<typeof charterAnswer> {}
export interface ChangedCharter extends z.output<typeof changedCharter> {}
export interface ProviderAnswer extends z.output<typeof providerAnswer> {}
export interface EscalationAnswer extends z.output<typeof escalationAnswer> {}
export interface ItemClocks extends z.output<typeof itemClocks> {}
export interface HistoryPageAnswer extends Success<'history/page'> {}
export interface ReminderAnswer extends Success<'reminder/send'> {}

export interface CommitmentsAnswer extends Success<'commitments/list'> {}
export interface MailAnswer extends Success<'commitments/mail'> {}
export type CommitmentEntry = CommitmentsAnswer['yours'][number];
export interface AnswersAnswer extends Success<'commitments/answer'> {}
export type AnsweredCommitment = AnswersAnswer['results'][number];

export interface ReportItem extends z.output<typeof reportItem> {}
export interface ReportPageAnswer extends Success<'report/page'> {}
export interface ReportActAnswer extends Success<'report/act'> {}
export type ActedOn = ReportActAnswer['results'][number];

export interface TeamsAnswer extends Success<'team/list'> {}
export interface AwayAnswer extends Success<'away/get'> {}
export interface AbsencesAnswer extends Success<'away/list'> {}
export interface LeavingAnswer extends Success<'person/leaving'> {}
export interface HandedOnAnswer extends Success<'person/hand-on'> {}

export interface PolicyAnswer extends z.output<typeof policyAnswer> {}
export interface PolicyVersionsAnswer extends z.output<typeof policyVersionsAnswer> {}
export interface SiteCheckAnswer extends Success<'site-check/run'> {}
export interface PolicyPreviewAnswer extends Success<'policy/preview'> {}
export type PreviewItem = PolicyPreviewAnswer['changed'][number];

export interface RuleTestAnswer extends Success<'rule/test'> {}
export interface RuleModeAnswer extends Success<'rule/mode'> {}
