import type { UnsettledStatus } from '../charter/agreement/agreement';
import type { AccountId, Instant, IsoDate, IssueKey } from '../values';
import type { Checkpoint, Mode, Severity } from '../policy/rules';

/** What is unmet, by rule, with the facts that its wording needs. */
export type Unmet =
  | {
      readonly rule: 'owner.missing';
      readonly declinedBy?: AccountId;
      readonly handedBack?: boolean;
      readonly suggested?: AccountId;
    }
  | {
      readonly rule: 'owner.shared';
      readonly people: readonly AccountId[];
      readonly others: readonly string[];
      readonly fieldName: string;
      /** The charter's pick, where a field for one person names somebody else. */
      readonly dri?: AccountId;
    }
  | { readonly rule: 'owner.not-a-person'; readonly name: string }
  /** The account is closed or deactivated; `lostAccess`: it is there, and Jira no longer shows it the work item. */
  | { readonly rule: 'owner.inactive'; readonly accountId: AccountId; readonly lostAccess?: boolean }
  | {
      readonly rule: 'owner.not-accepted';
      readonly accountId: AccountId;
      readonly nominated: boolean;
      readonly since?: Instant;
    }
  | {
      readonly rule: 'dependency.unmapped';
      readonly hidden?: undefined;
      readonly issueKey: IssueKey;
      readonly summary: string;
    }
  /** The same about something the reader may not see. */
  | { readonly rule: 'dependency.unmapped'; readonly hidden: true }
  | {
      readonly rule: 'agreement.declined';
      readonly agreementId: string;
      readonly deliverable: string;
      readonly provider: AccountId;
      readonly alternative?: AccountId;
      readonly availableFrom?: IsoDate;
    }
  | {
      readonly rule: 'agreement.countered';
      readonly agreementId: string;
      readonly deliverable: string;
      readonly provider: AccountId;
      readonly committedBy: IsoDate;
    }
  | {
      readonly rule: 'agreement.provider-inactive';
      readonly agreementId: string;
      readonly deliverable: string;
      readonly provider: AccountId;
    }
  | { readonly rule: 'brief.incomplete' }
  | {
      readonly rule: 'agreement.unacknowledged';
      readonly agreementId: string;
      readonly deliverable: string;
      readonly provider: AccountId;
      readonly neededBy: IsoDate;
    }
  | {
      readonly rule: 'agreement.self-dealt';
      readonly agreementId: string;
      readonly deliverable: string;
      readonly provider: AccountId;
    }
  | {
      readonly rule: 'agreement.overdue';
      readonly agreementId: string;
      readonly deliverable: string;
      readonly provider: AccountId;
      readonly committedBy: IsoDate;
    }
  /** Silent for longer than a promise may be while there is time left. */
  | {
      readonly rule: 'agreement.unconfirmed';
      readonly agreementId: string;
      readonly deliverable: string;
      readonly provider: AccountId;
      readonly committedBy: IsoDate;
    }
  /** What the provider's own issue needs from others is not promised to them. */
  | {
      readonly rule: 'agreement.rests-on-unacknowledged';
      readonly agreementId: string;
      readonly deliverable: string;
      readonly provider: AccountId;
    }
  /** Work ends, and this is neither there nor taken back. */
  | {
      readonly rule: 'agreement.open';
      readonly agreementId: string;
      readonly deliverable: string;
      readonly provider: AccountId;
      readonly status: UnsettledStatus;
    }
  /** Nothing was said: neither a name nor that there is none. */
  | { readonly rule: 'dependencies.undeclared' }
  | { readonly rule: 'dependencies.too-few'; readonly have: number; readonly need: number }
  | { readonly rule: 'authority.missing'; readonly accountId?: AccountId }
  | { readonly rule: 'authority.expired'; readonly accountId: AccountId; readonly expiresOn: IsoDate }
  | {
      readonly rule: 'checkin.contradicted';
      readonly accountId: AccountId;
      /** When they said that it was on track. */
      readonly at: Instant;
      /** The first agreement that says otherwise, and how many more there are. */
      readonly agreementId: string;
      readonly deliverable: string;
      readonly others: number;
    }
  /** The last check-in says no, and whoever said it still owns the work. */
  | {
      readonly rule: 'checkin.off-track';
      readonly accountId: AccountId;
      readonly at: Instant;
      readonly risk: string;
    }
  | {
      readonly rule: 'decision.overdue';
      readonly escalationId: string;
      readonly question: string;
      readonly toAccountId: AccountId;
      /** When the time that the policy gives was over. */
      readonly due: Instant;
    }
  | {
      readonly rule: 'escalation.unanswered';
      readonly escalationId: string;
      readonly question: string;
      readonly toAccountId: AccountId;
      readonly since: Instant;
    }
  /** `due`: when the check-in that is missing should have come. */
  | { readonly rule: 'checkin.stale'; readonly accountId: AccountId; readonly due: Instant };

/** One unmet rule, how much it weighs here, and who can act on it; nobody named means anyone who may edit the item. */
export type Finding = Unmet & {
  readonly severity: Exclude<Severity, 'off'>;
  readonly who: readonly AccountId[];
};

/** A finding that a waiver in force lets pass. */
export type WaivedFinding = Finding & {
  readonly waiverId: string;
  readonly waivedBy: AccountId;
  readonly until: Instant;
};

export type Verdict = 'pass' | 'warn' | 'block';

/** The gate's answer for one work item at one checkpoint. */
export interface GateResult {
  readonly checkpoint: Checkpoint;
  readonly mode: Mode;
  /** What happens to the move, after the mode. */
  readonly verdict: Verdict;
  /** What would happen under `enforce`. */
  readonly strictVerdict: Verdict;
  /** The policy that made the findings. */
  readonly policyVersion: number;
  /** Where that policy was decided; absent for what Holdfast ships with. */
  readonly policyOf?: 'site' | 'project';
  readonly findings: readonly Finding[];
  /** The item above that holds this one back, where the findings are its own: told by their rules alone. */
  readonly ofAncestor?: IssueKey;
  /** What would be findings, were it not for a waiver. */
  readonly waived: readonly WaivedFinding[];
}
