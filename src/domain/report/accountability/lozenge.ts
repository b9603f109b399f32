import { offTrackSince } from '../../charter/check-in/off-track';
import type { ReachedStep } from '../../notices/steps-by-cause';
import type { GateResult } from '../../gate/finding';
import type { Subject } from '../../gate/subject';
import { isUnderPolicy } from '../../gate/coverage';
import type { Instant, IssueKey } from '../../values';

/** The one thing about a work item that is worth a word beside its name. */
export type LozengeState =
  /** A clock has run out. */
  | { readonly kind: 'step'; readonly step: ReachedStep }
  /** Its owner says that it is off track, without a yes since then. */
  | { readonly kind: 'off-track'; readonly since: Instant }
  /** Nobody answers for it. */
  | { readonly kind: 'nobody' }
  /** So many things are unmet at its next checkpoint; `blocking`: they would hold it there. */
  | { readonly kind: 'open'; readonly count: number; readonly blocking: boolean }
  /** The item above, under policy, may not start, and this one follows it. */
  | { readonly kind: 'above'; readonly issueKey: IssueKey }
  /** The app may not see the item. */
  | { readonly kind: 'not-known' }
  | { readonly kind: 'in-order' };

/** Null where there is nothing to say: the type is not under the policy, or the work is done and nothing is overdue. */
export function lozengeStateOf(
  { charter, item, policy }: Pick<Subject, 'charter' | 'item' | 'policy'>,
  gate: GateResult,
  step: ReachedStep | null,
): LozengeState | null {
  const since = item.status.category === 'done' ? undefined : offTrackSince(charter);
  // Its owner's own word says more than any clock that ran out meanwhile.
  if (since !== undefined) return { kind: 'off-track', since };
  if (step) return { kind: 'step', step };
  if (gate.ofAncestor !== undefined) {
    return gate.strictVerdict === 'block' ? { kind: 'above', issueKey: gate.ofAncestor } : null;
  }
  if (item.status.category === 'done' || !isUnderPolicy(policy, item.type)) return null;
  if (!charter.dri) return { kind: 'nobody' };
  const blocking = gate.findings.filter(({ severity }) => severity === 'block').length;
  if (blocking > 0) return { kind: 'open', count: blocking, blocking: true };
  return gate.findings.length > 0
    ? { kind: 'open', count: gate.findings.length, blocking: false }
    : { kind: 'in-order' };
}
