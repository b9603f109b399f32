import type { RuleId } from '../policy/rules';
import type { AccountId, Instant, IssueKey } from '../values';

/** What the site's audit log tells of. */
export const AUDIT_KINDS = ['policy', 'waiver', 'bypass', 'brake', 'erasure', 'export'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AUDIT_ACTS = [
  'policy-saved',
  'policy-followed',
  'waiver-granted',
  'waiver-ended',
  'gate-bypassed',
  'brake-applied',
  'brake-lifted',
  'account-erased',
  'log-exported',
  'report-exported',
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** One line of the site's audit log. */
export interface AuditEntry {
  /** The same for the same thing, however often it is written. */
  readonly id: string;
  readonly at: Instant;
  readonly act: AuditAct;
  /** Null where nobody did it: a schedule, or a move whose mover is not known. */
  readonly by: AccountId | null;
  /** Absent for what concerns the site. */
  readonly projectKey?: string;
  readonly issueKey?: IssueKey;
  readonly reason?: string;
  readonly until?: Instant;
  readonly rules?: readonly RuleId[];
  readonly version?: number;
  readonly count?: number;
}

const KIND_OF: Readonly<Record<AuditAct, AuditKind>> = {
  'policy-saved': 'policy',
  'policy-followed': 'policy',
  'waiver-granted': 'waiver',
  'waiver-ended': 'waiver',
  'gate-bypassed': 'bypass',
  'brake-applied': 'brake',
  'brake-lifted': 'brake',
  'account-erased': 'erasure',
  'log-exported': 'export',
  'report-exported': 'export',
};

export const kindOf = ({ act }: Pick<AuditEntry, 'act'>): AuditKind => KIND_OF[act];
