import type { Charter } from '../charter/charter';
import type { RungReached } from '../clocks/rungs';
import type { GateResult } from '../gate/finding';
import type { WorkItem } from '../gate/item';
import { isWorkItem, type Policy } from '../policy/policy';

/** The one thing about a work item that is worth a word beside its name. */
export type Standing =
  /** A clock has run out. */
  | { readonly kind: 'rung'; readonly rung: RungReached }
  /** Nobody answers for it. */
  | { readonly kind: 'nobody' }
  /** So many things are unmet at its next checkpoint; `blocking`: they would hold it there. */
  | { readonly kind: 'open'; readonly count: number; readonly blocking: boolean }
  | { readonly kind: 'in-order' };

/** Null where there is nothing to say: the type is not under the policy, or the work is done and nothing is overdue. */
export function standingOf({
  charter,
  item,
  policy,
  gate,
  rung,
}: {
  readonly charter: Charter;
  readonly item: WorkItem;
  readonly policy: Policy;
  readonly gate: GateResult;
  readonly rung: RungReached | null;
}): Standing | null {
  if (rung) return { kind: 'rung', rung };
  if (item.status.category === 'done' || !isWorkItem(policy, item.issueType)) return null;
  if (!charter.dri) return { kind: 'nobody' };
  const blocking = gate.findings.filter(({ severity }) => severity === 'block').length;
  if (blocking > 0) return { kind: 'open', count: blocking, blocking: true };
  return gate.findings.length > 0
    ? { kind: 'open', count: gate.findings.length, blocking: false }
    : { kind: 'in-order' };
}
