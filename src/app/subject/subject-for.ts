import { asSeenBy, namedUnmapped } from '../../domain/gate/blockers';
import { subjectOf } from '../../domain/gate/build-subject';
import type { Subject } from '../../domain/gate/subject';
import { shownBy, type Theirs } from './provider-sight';

/**
 * A subject as one reader may know it: with everything that holds the item back, and without a trace of what is hidden
 * from them. Its verdict is the same; only the words differ.
 *
 * @param theirs the item as Jira shows it to the reader
 */
export function subjectFor(subject: Subject, theirs: Theirs): Subject {
  const seen = new Set(shownBy(theirs));
  const { linkedIds: _apps, ...item } = subject.item;
  return subjectOf({
    ...subject,
    item: {
      ...asSeenBy(item, subject.charter, ({ issueId }) => seen.has(issueId)),
      ...(theirs.linkedIds && { linkedIds: theirs.linkedIds }),
    },
  });
}

/**
 * Whether the reader's own reading shows something open in the way, without a promise, that no link of the app's reading
 * leads to. Jira names a link to nobody who may not see its other end, so the app alone can not know: the verdict stays
 * everybody's, and this is told beside it.
 *
 * @param theirs the item as Jira shows it to the reader
 */
export function waitsUnseen({ charter, item }: Subject, theirs: Theirs): boolean {
  const apps = new Set(shownBy(item));
  return namedUnmapped(charter, theirs).some(({ issueId }) => !apps.has(issueId));
}
