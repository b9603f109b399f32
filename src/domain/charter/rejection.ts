import type { AccountId, AgreementId, EscalationId, GapId, IssueKey, NeedId, WaiverId } from '../ids';
import type { IntakeField } from '../policy/policy';
import type { IsoDate } from '../time/time';
import type { CharterEvent } from './events';
import type { WhoMay } from './ownership/holds-right';

/** Why a charter refuses a command: the code for programs, the facts for whoever words it. */
export type Refusal =
  | {
      readonly code: 'forbidden';
      readonly needs:
        | 'edit'
        | 'dri'
        | 'provider'
        | 'nominee'
        | 'either-side'
        | 'other-side'
        | 'vital-right'
        | 'addressee'
        | 'asker'
        | 'sponsor';
    }
  /** What the policy gives to some: who has it. */
  | { readonly code: 'forbidden'; readonly needs: 'waive-right' | 'grant-right'; readonly may: WhoMay }
  | { readonly code: 'person-not-found'; readonly field: string; readonly accountId: AccountId }
  | { readonly code: 'person-inactive'; readonly field: string; readonly accountId: AccountId }
  | { readonly code: 'person-not-human'; readonly field: string; readonly accountId: AccountId }
  | { readonly code: 'already-nominated'; readonly accountId: AccountId }
  | { readonly code: 'already-accepted'; readonly accountId: AccountId }
  | { readonly code: 'no-nomination' }
  | { readonly code: 'no-dri' }
  | { readonly code: 'grantor-is-dri' }
  | { readonly code: 'date-in-past'; readonly field: string; readonly date: IsoDate; readonly today: IsoDate }
  | {
      readonly code: 'date-too-far';
      readonly field: string;
      readonly date: IsoDate;
      readonly latest: IsoDate;
    }
  | { readonly code: 'own-issue'; readonly field: string }
  | { readonly code: 'already-asked'; readonly agreementId: AgreementId; readonly field: string }
  | { readonly code: 'too-many-agreements'; readonly limit: number }
  | { readonly code: 'agreements-open'; readonly count: number }
  | { readonly code: 'already-declared' }
  | { readonly code: 'no-agreements' }
  | { readonly code: 'agreement-not-found'; readonly agreementId: AgreementId }
  | { readonly code: 'wrong-status'; readonly agreementId: AgreementId; readonly status: string }
  /** What became of a promise is said once the work is done. */
  | { readonly code: 'not-finished' }
  | { readonly code: 'target-missing'; readonly field: string }
  | { readonly code: 'target-without-move'; readonly field: string }
  | { readonly code: 'target-finished'; readonly field: string }
  | { readonly code: 'target-unowned'; readonly field: string }
  | { readonly code: 'taken-on-already' }
  | { readonly code: 'nothing-to-undo'; readonly minutes: number }
  /** Somebody did something since with what is to be undone; `step`: the type of that event. */
  | { readonly code: 'acted-meanwhile'; readonly accountId: AccountId; readonly step: string }
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
  | { readonly code: 'doubt-without-reason'; readonly field: string }
  | { readonly code: 'reply-announced'; readonly agreementId: AgreementId; readonly replyBy: IsoDate }
  | { readonly code: 'reply-after-needed'; readonly field: string; readonly neededBy: IsoDate }
  | { readonly code: 'more-asked-already'; readonly agreementId: AgreementId }
  | { readonly code: 'nothing-asked'; readonly field: string }
  | { readonly code: 'alternative-missing' }
  | { readonly code: 'alternative-is-self'; readonly field: string }
  | { readonly code: 'alternative-is-asker'; readonly field: string; readonly accountId: AccountId }
  | { readonly code: 'self-acknowledgement' }
  /** `field`: where it is missing, of a need of a check-in too. */
  | { readonly code: 'intake-missing'; readonly field: string; readonly missing: IntakeField }
  | { readonly code: 'waiver-for-oneself' }
  | { readonly code: 'waiver-ends-in-past'; readonly field: string }
  | { readonly code: 'waiver-too-long'; readonly field: string; readonly longestDays: number }
  | { readonly code: 'waiver-not-found'; readonly waiverId: WaiverId }
  | { readonly code: 'waiver-over'; readonly waiverId: WaiverId }
  | { readonly code: 'too-many-waivers'; readonly limit: number }
  | { readonly code: 'agreement-unknown'; readonly field: string; readonly agreementId: AgreementId }
  | { readonly code: 'need-of-oneself'; readonly field: string }
  | { readonly code: 'need-without-day'; readonly field: string }
  /** A promise that this check-in asks about by name was left out. */
  | {
      readonly code: 'walk-through-incomplete';
      readonly field: string;
      readonly agreementId: AgreementId;
    }
  | { readonly code: 'next-while-on-track'; readonly field: string }
  | { readonly code: 'next-without-day'; readonly field: string }
  | { readonly code: 'next-without-reason'; readonly field: string }
  | { readonly code: 'need-unknown'; readonly field: string; readonly needId: NeedId }
  | { readonly code: 'escalation-to-oneself'; readonly field: string }
  | { readonly code: 'escalation-not-found'; readonly escalationId: EscalationId }
  | { readonly code: 'escalation-answered'; readonly escalationId: EscalationId }
  | { readonly code: 'question-taken-back'; readonly escalationId: EscalationId }
  | { readonly code: 'same-addressee'; readonly field: string }
  | { readonly code: 'too-many-escalations'; readonly limit: number }
  | { readonly code: 'gap-not-found'; readonly gapId: GapId }
  | { readonly code: 'gap-answered'; readonly gapId: GapId }
  | { readonly code: 'too-many-gaps'; readonly limit: number }
  | { readonly code: 'too-much-open' }
  | { readonly code: 'no-brief' }
  | { readonly code: 'review-date-missing'; readonly field: string }
  /** The day has passed: its DRI answers it before anybody else names another. */
  | { readonly code: 'review-due'; readonly field: string; readonly reviewOn: IsoDate }
  | { readonly code: 'reason-missing'; readonly field: string }
  | { readonly code: 'not-broken'; readonly agreementId: AgreementId }
  | { readonly code: 'already-recorded' }
  /** It is marked, or not marked, as one of the vital few, as was asked. */
  | { readonly code: 'marked-already' };

/** Why a command was not carried out. */
export type Rejection =
  | Refusal
  /** Somebody else changed what the command is about since its giver looked; the latest such entry. */
  | { readonly code: 'changed-meanwhile'; readonly entry: CharterEvent };

export type RejectionCode = Rejection['code'];
