import { isOpen } from '../../charter/agreement/agreement';
import type { Charter } from '../../charter/charter';
import { agreementAsSeen, type SeesIssue } from '../../charter/hidden-issues';
import { namedUnmapped } from '../../gate/blockers';
import type { WorkItem } from '../../gate/item';
import { providerKey, type Provider } from '../indicators/indicators';
import { providerOf } from '../indicators/of-agreements';
import { projectOf } from '../../values';

/**
 * Whom an item needs something from: the projects behind its open agreements and the links nobody has promised yet; a
 * provider who named no issue of their own, or none that the reader may see, stands for themselves. What was accepted is no longer needed.
 */
export function handoffsOf(charter: Charter, item: WorkItem, sees: SeesIssue): readonly Provider[] {
  const promised = charter.agreements
    .filter((agreement) => isOpen(agreement) && agreement.status !== 'accepted')
    .map((agreement) => agreementAsSeen(agreement, sees))
    .map(({ providerAccountId, providerIssueKey }) =>
      providerOf({ accountId: providerAccountId, issueKey: providerIssueKey }),
    );
  const unmapped = namedUnmapped(charter, item).map(({ issueKey }): Provider => ({
    projectKey: projectOf(issueKey),
  }));
  const all = new Map([...promised, ...unmapped].map((provider) => [providerKey(provider), provider]));
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, provider]) => provider);
}
