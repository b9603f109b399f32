import { isOpen, type Agreement } from '../charter/agreement/agreement';
import type { Charter } from '../charter/charter';
import type { Blocker, NamedBlocker, WorkItem } from './item';

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
