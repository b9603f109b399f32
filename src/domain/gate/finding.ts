import type { BrakeOn } from '../policy/brake';
import type { AccountId, Instant, IssueKey } from '../values';
import type { FactsByRule, RuleId } from './rules';
import type { Checkpoint, Mode, Severity } from './severity';

/** What is unmet of a rule, with the facts that its wording needs; those are described in the rule's own file. */
export type UnmetOf<R extends RuleId> = { [K in R]: { readonly rule: K } & FactsByRule[K] }[R];

/** What is unmet of any rule. */
export type Unmet = UnmetOf<RuleId>;

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
  /** Why it observes for now, whatever was decided. */
  readonly brake?: BrakeOn;
  readonly findings: readonly Finding[];
  /** The item above that holds this one back, where the findings are its own: told by their rules alone. */
  readonly ofAncestor?: IssueKey;
  /** What would be findings, were it not for a waiver. */
  readonly waived: readonly WaivedFinding[];
}
