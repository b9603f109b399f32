import {
  isOpen,
  isOverdue,
  isSelfDealt,
  isUnconfirmed,
  isUnsettled,
  type Agreement,
} from '../charter/agreement/agreement';
import type { Charter } from '../charter/charter';
import type { Instant } from '../values';
import type { Unmet } from './finding';
import type { Blocker, NamedBlocker, WorkItem } from './item';
import { hasLeft } from './people';
import type { SubjectFacts } from './subject';

/** Whether an agreement is about an issue: by its id, or by its key where it was made before ids were kept. */
const isAbout = ({ providerIssueId, providerIssueKey }: Agreement, blocker: NamedBlocker): boolean =>
  providerIssueId === undefined ? providerIssueKey === blocker.issueKey : providerIssueId === blocker.issueId;

/** Open blocking links that no open agreement covers. */
export function unmappedBlockers(
  charter: Charter,
  { blockers }: Pick<WorkItem, 'blockers'>,
): readonly Blocker[] {
  const open = charter.agreements.filter(isOpen);
  return blockers.filter(
    (blocker) => blocker.hidden || (!blocker.done && !open.some((agreement) => isAbout(agreement, blocker))),
  );
}

/** Those of them that may be named. */
export const namedUnmapped = (charter: Charter, item: Pick<WorkItem, 'blockers'>): readonly NamedBlocker[] =>
  unmappedBlockers(charter, item).filter((blocker) => !blocker.hidden);

/**
 * The item as one reader may know it: what is in the way and hidden from them stays in the way, as one thing without a
 * name. An evaluation of it gives the same verdict.
 */
export function asSeenBy(
  item: WorkItem,
  charter: Charter,
  sees: (blocker: NamedBlocker) => boolean,
): WorkItem {
  const hidden = namedUnmapped(charter, item).some((blocker) => !sees(blocker));
  return {
    ...item,
    blockers: [
      ...item.blockers.filter((blocker) => !blocker.hidden && sees(blocker)),
      ...(hidden || item.blockers.some((blocker) => blocker.hidden) ? [{ hidden: true } as const] : []),
    ],
  };
}

function ofAgreement(
  agreement: Agreement,
  dri: string | undefined,
  { people, restsOn }: Pick<SubjectFacts, 'people' | 'restsOn'>,
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
  if (stillToCome && hasLeft(people, provider)) {
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
  if (agreement.status === 'acknowledged' && isUnconfirmed(agreement, now)) {
    found.push({
      rule: 'agreement.unconfirmed',
      agreementId,
      deliverable,
      provider,
      committedBy: agreement.committedBy,
    });
  }
  if (stillToCome && restsOn?.[agreementId] === 'unacknowledged') {
    found.push({ rule: 'agreement.rests-on-unacknowledged', agreementId, deliverable, provider });
  }
  return found;
}

/** Everything unmet about the things the item needs from others, one by one. */
export function dependencyFindings(subject: SubjectFacts, now: Instant): readonly Unmet[] {
  const { charter, item } = subject;
  return [
    ...unmappedBlockers(charter, item).map((blocker): Unmet =>
      blocker.hidden
        ? { rule: 'dependency.unmapped', hidden: true }
        : { rule: 'dependency.unmapped', issueKey: blocker.issueKey, summary: blocker.summary },
    ),
    ...charter.agreements
      .filter(isOpen)
      .flatMap((agreement) => ofAgreement(agreement, charter.dri?.accountId, subject, now)),
  ];
}

/** What is neither there to the DRI's content nor taken back: when work ends. When it starts, all of it is still to come. */
export const openFindings = ({ agreements }: Pick<Charter, 'agreements'>): readonly Unmet[] =>
  agreements
    .filter(isUnsettled)
    .map(({ id: agreementId, deliverable, providerAccountId: provider, status }): Unmet => ({
      rule: 'agreement.open',
      agreementId,
      deliverable,
      provider,
      status,
    }));

/**
 * Whether what the item needs was said at all, and enough of it, as steps of one path: whoever said nothing named too
 * few as well, so that a policy which asks for the second step alone holds them too. A policy that asks for none asks
 * for no word either.
 */
export function declaringFindings({
  charter,
  policy: { minimumDependencies: need },
}: Pick<SubjectFacts, 'charter' | 'policy'>): readonly Unmet[] {
  const have = charter.agreements.filter(isOpen).length;
  const declared = charter.noDependencies ?? (have > 0 ? charter.noFurtherDependencies : undefined);
  if (declared || have >= need) return [];
  return [
    ...(have === 0 ? [{ rule: 'dependencies.undeclared' as const }] : []),
    { rule: 'dependencies.too-few', have, need },
  ];
}
