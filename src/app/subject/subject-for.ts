import { asSeenBy } from '../../domain/gate/blockers';
import type { WorkItem } from '../../domain/gate/item';
import { subjectOf } from '../../domain/gate/build-subject';
import type { Subject } from '../../domain/gate/subject';

/**
 * A subject as one reader may know it: with everything that holds the item back, and without a trace of what is hidden
 * from them. Its verdict is the same; only the words differ.
 *
 * @param theirs the item as Jira shows it to the reader
 */
export function subjectFor(subject: Subject, theirs: Pick<WorkItem, 'blockers'>): Subject {
  const seen = new Set(theirs.blockers.flatMap((blocker) => (blocker.hidden ? [] : [blocker.issueId])));
  return subjectOf({
    ...subject,
    item: asSeenBy(subject.item, subject.charter, ({ issueId }) => seen.has(issueId)),
  });
}
