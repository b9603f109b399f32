import { array, record, string } from '../../../platform/read';
import type { AccountId, Instant } from '../../../domain/values';
import { noteReached as note } from '../../reach/note-reached';
import type { DueItem } from '../../notices/ports';
import { defineJob } from '../define-job';
import { dueItemIn, textIn } from '../read-body';

/** Somebody looked at what they are asked. */
export interface Opened {
  readonly accountId: AccountId;
  readonly at: Instant;
}

/** Note who was reached with what they are asked on these items: by what was told them, or because they opened it. */
export interface NoteReachedJob {
  readonly kind: 'note-reached';
  readonly items: readonly DueItem[];
  readonly opened?: Opened;
}

function openedIn(value: unknown): Opened | undefined {
  const { accountId, at } = record(value);
  const who = textIn(accountId);
  return who === undefined || Number.isNaN(Date.parse(string(at)))
    ? undefined
    : { accountId: who, at: string(at) };
}

export const noteReached = defineJob<NoteReachedJob>({
  kind: 'note-reached',
  paged: false,
  read({ items, opened }) {
    const openedItem = openedIn(opened);
    return {
      kind: 'note-reached',
      items: array(items).flatMap(dueItemIn),
      ...(openedItem && { opened: openedItem }),
    };
  },
  run: note,
});
