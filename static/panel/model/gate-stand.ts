import type { GateView } from '../../../src/contract/answers';
import type { Instant, IssueKey } from '../../../src/domain/values';
import { restsOnWaiverUntil } from './waivers';

/** How a checkpoint stands, for its headline. */
export type GateStand =
  | { readonly kind: 'blocked'; readonly count: number }
  /** Rules are unmet that would block if the policy enforced. */
  | { readonly kind: 'would-block'; readonly count: number }
  /** Nothing blocks; so many things are worth watching. */
  | { readonly kind: 'watch'; readonly count: number }
  | { readonly kind: 'ready' }
  /** Nothing blocks, because what would is waived until then. */
  | { readonly kind: 'waived'; readonly until: Instant }
  /** It starts once the item above may: `holds` tells whether that keeps it, would keep it, or does not. */
  | { readonly kind: 'above'; readonly issueKey: IssueKey; readonly holds: 'yes' | 'would' | 'no' }
  /** The policy does not cover this kind of work item. */
  | { readonly kind: 'untouched' };

export function gateStand(gate: GateView, covered: boolean): GateStand {
  if (gate.ofAncestor !== undefined) {
    const holds = gate.verdict === 'block' ? 'yes' : gate.strictVerdict === 'block' ? 'would' : 'no';
    return { kind: 'above', issueKey: gate.ofAncestor, holds };
  }
  if (!covered) return { kind: 'untouched' };
  const blocking = gate.findings.filter(({ severity }) => severity === 'block').length;
  if (blocking > 0) return { kind: gate.verdict === 'block' ? 'blocked' : 'would-block', count: blocking };
  const until = restsOnWaiverUntil(gate);
  if (until !== null) return { kind: 'waived', until };
  const watched = gate.findings.length;
  return watched > 0 ? { kind: 'watch', count: watched } : { kind: 'ready' };
}
