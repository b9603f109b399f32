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
  const visibleIds = new Set(shownBy(theirs));
  const { linkedIds: _apps, ...item } = subject.item;
  return subjectOf({
    ...subject,
    item: {
      ...asSeenBy(item, subject.charter, ({ issueId }) => visibleIds.has(issueId)),
      ...(theirs.linkedIds && { linkedIds: theirs.linkedIds }),
    },
  });
}

/** What no verdict weighs because the app may not see it, told beside the verdict; nothing where there is none of it. */
export interface Unseen {
  readonly waitsUnseen?: true;
  readonly restsUnseen?: true;
}

/** @param theirs the item as Jira shows it to the reader */
export const unseenBeside = (subject: Subject, theirs: Theirs): Unseen => ({
  ...(waitsUnseen(subject, theirs) && { waitsUnseen: true }),
  ...(restsUnseen(subject) && { restsUnseen: true }),
});

/** Whether a promise that is given rests on an issue that Jira does not show the app. */
const restsUnseen = ({ charter, restsOn }: Subject): boolean =>
  charter.agreements.some(({ id, status }) => status === 'acknowledged' && restsOn?.[id] === 'not-shown');

/**
 * Whether the reader's own reading shows something open in the way, without a promise, that no link of the app's reading
 * leads to. Jira names a link to nobody who may not see its other end, so the app alone can not know: the verdict stays
 * everybody's, and this is told beside it.
 *
 * @param theirs the item as Jira shows it to the reader
 */
function waitsUnseen({ charter, item }: Subject, theirs: Theirs): boolean {
  const apps = new Set(shownBy(item));
  return namedUnmapped(charter, theirs).some(({ issueId }) => !apps.has(issueId));
}
