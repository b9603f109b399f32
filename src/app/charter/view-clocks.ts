import type { ItemClocks } from '../../contract/answers';
import type { Charter } from '../../domain/charter/charter';
import { climbed } from '../../domain/notices/clocks';
import { concerns } from '../../domain/notices/steps-by-cause';
import { nextCheckInAt } from '../../domain/charter/check-in/check-ins';
import type { WorkItem } from '../../domain/gate/item';
import type { Policy } from '../../domain/policy/policy';
import type { Instant } from '../../domain/values';
import { viewRung } from './views';

/** What the clocks say of a work item, as screens show it. */
export function viewClocks(charter: Charter, { status }: WorkItem, policy: Policy, now: Instant): ItemClocks {
  const steps = climbed(charter, policy, now).filter((step) => concerns(step, status.category));
  return {
    nextCheckInAt: nextCheckInAt(charter, policy.checkInEveryDays),
    questions: charter.escalations.filter(({ answer }) => !answer).map(({ id }) => id),
    rung: viewRung(steps, charter, policy),
  };
}
