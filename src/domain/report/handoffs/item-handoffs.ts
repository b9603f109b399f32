import { isOpen } from '../../charter/agreement/agreement';
import type { Charter } from '../../charter/charter';
import { agreementAsSeen, type SeesIssue } from '../../charter/hidden-issues';
import { namedUnmapped } from '../../gate/blockers';
import type { WorkItem } from '../../gate/item';
import type { WithPresence } from '../../team/presence';
import { providerSide, sideOf, sidesIn, type Side } from '../../team/side';

/**
 * Whom an item needs something from: the teams behind its open agreements and the links nobody has promised yet. What was
 * accepted is no longer needed.
 */
export function handoffsOf(
  charter: Charter,
  item: WorkItem,
  policy: WithPresence | undefined,
  sees: SeesIssue,
): readonly Side[] {
  const promised = charter.agreements
    .filter((agreement) => isOpen(agreement) && agreement.status !== 'accepted')
    .map((agreement) => providerSide(agreementAsSeen(agreement, sees), policy));
  const unmapped = namedUnmapped(charter, item).map(({ issueKey }) => sideOf({ issueKey }, policy));
  return sidesIn([...promised, ...unmapped]);
}
