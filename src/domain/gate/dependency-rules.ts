import { isOpen, isOverdue, isSelfDealt, type Agreement } from '../agreement/agreement';
import type { Charter } from '../charter/charter';
import { isErased } from '../erased';
import type { Instant } from '../values';
import type { Unmet } from './finding';
import type { Blocker, WorkItem } from './item';

/** Open blocking links that no open agreement covers. */
export function unmappedBlockers(charter: Charter, item: WorkItem): readonly Blocker[] {
  const covered = new Set(charter.agreements.filter(isOpen).map(({ providerIssueKey }) => providerIssueKey));
  return item.blockers.filter((blocker) => !blocker.done && !covered.has(blocker.issueKey));
}

function ofAgreement(
  agreement: Agreement,
  dri: string | undefined,
  { people }: WorkItem,
  now: Instant,
): readonly Unmet[] {
  const { id: agreementId, deliverable, providerAccountId: provider } = agreement;
  const found: Unmet[] = [];
  if (agreement.status === 'declined') {
    found.push({
      rule: 'agreement.declined',
      agreementId,
      deliverable,
      provider,
      ...(agreement.alternativeAccountId !== undefined && { alternative: agreement.alternativeAccountId }),
      ...(agreement.availableFrom !== undefined && { availableFrom: agreement.availableFrom }),
    });
  }
  if (agreement.status === 'countered') {
    const { committedBy } = agreement.counter;
    found.push({ rule: 'agreement.countered', agreementId, deliverable, provider, committedBy });
  }
  // Whoever left keeps no promise; what they delivered before stays delivered.
  const stillToCome = agreement.status !== 'delivered' && agreement.status !== 'accepted';
  if (stillToCome && (isErased(provider) || people[provider]?.active === false)) {
    found.push({ rule: 'agreement.provider-inactive', agreementId, deliverable, provider });
  }
  if (agreement.status === 'requested') {
    found.push({
      rule: 'agreement.unacknowledged',
      agreementId,
      deliverable,
      provider,
      neededBy: agreement.neededBy,
    });
  }
  if (isSelfDealt(agreement, dri)) {
    found.push({ rule: 'agreement.self-dealt', agreementId, deliverable, provider });
  }
  if (agreement.status === 'acknowledged' && isOverdue(agreement, now)) {
    found.push({
      rule: 'agreement.overdue',
      agreementId,
      deliverable,
      provider,
      committedBy: agreement.committedBy,
    });
  }
  return found;
}

/** Everything unmet about what the item needs from others. */
export function dependencyFindings(
  charter: Charter,
  item: WorkItem,
  minimumDependencies: number,
  now: Instant,
): readonly Unmet[] {
  const open = charter.agreements.filter(isOpen);
  const declared = charter.noDependencies ?? (open.length > 0 ? charter.noFurtherDependencies : undefined);
  const undeclared = !declared && open.length < minimumDependencies;
  return [
    ...unmappedBlockers(charter, item).map(({ issueKey, summary }): Unmet => ({
      rule: 'dependency.unmapped',
      issueKey,
      summary,
    })),
    ...open.flatMap((agreement) => ofAgreement(agreement, charter.dri?.accountId, item, now)),
    ...(undeclared
      ? [{ rule: 'dependencies.undeclared' as const, have: open.length, need: minimumDependencies }]
      : []),
  ];
}
