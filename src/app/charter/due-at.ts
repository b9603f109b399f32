import type { Charter } from '../../domain/charter/charter';
import type { ClockPolicy } from '../../domain/policy/clock-policy';
import { running, steps } from '../../domain/notices/clocks';
import { siteDefault } from '../../domain/policy/policy';
import type { Instant } from '../../domain/values';

/**
 * When the sweep is to look at a charter that is written now: at its first rung, also where that lies behind, because
 * only the sweep knows what was told. Without the policy at hand, at once: too early is never wrong, only work.
 */
export function dueAt(charter: Charter, policy: ClockPolicy | undefined, now: Instant): Instant | null {
  if (policy) return steps(charter, policy)[0]?.at ?? null;
  return running(charter, siteDefault).length > 0 ? now : null;
}
