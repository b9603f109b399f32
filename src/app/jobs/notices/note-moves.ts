import { array } from '../../../platform/read';
import { noteMoves as note } from '../../notices/note-moves';
import type { DueItem } from '../../notices/ports';
import { defineJob } from '../define-job';
import { dueItemIn, versionIn } from '../read-body';

/** Note whose move it became on these items, and have them told. */
export interface NoteMovesJob {
  readonly kind: 'note-moves';
  readonly items: readonly DueItem[];
  /** The version of their charters that this follows, where it was queued beside the write. */
  readonly version?: number;
}

export const noteMoves = defineJob<NoteMovesJob>({
  kind: 'note-moves',
  paged: false,
  read: (body) => ({
    kind: 'note-moves',
    items: array(body['items']).flatMap(dueItemIn),
    ...versionIn(body),
  }),
  run: note,
});
