import type { Escalation } from '../../charter/escalation/escalation';
import { decisionDueAt, openIn } from '../../gate/rules/question';
import type { Subject } from '../../gate/subject';
import { DEFAULT_ZONE, localDate } from '../../time/local-date';
import { isBefore } from '../../time/time';
import type { Instant } from '../../values';

/**
 * Questions without a decision whose time has come: the day by which it is needed is here where whoever decides lives, or
 * it has waited longer than the policy gives.
 */
export const decisionsDue = (
  { charter, policy }: Pick<Subject, 'charter' | 'policy'>,
  now: Instant,
): readonly Escalation[] =>
  openIn(charter).filter((escalation) => {
    const { neededBy, toZone = DEFAULT_ZONE } = escalation;
    const due = decisionDueAt(escalation, policy);
    return (
      (due !== null && !isBefore(now, due)) || (neededBy !== undefined && neededBy <= localDate(now, toZone))
    );
  });
