import { array } from '../../../platform/read';
import { noteMoves as note } from '../../notices/note-moves';
import type { DueItem } from '../../notices/ports';
import { defineJob } from '../define-job';
import { dueItemIn } from '../read-body';

/** Note whose move it became on these items, and have them told. */
export interface NoteMovesJob {
  readonly kind: 'note-moves';
  readonly items: readonly DueItem[];
}

export const noteMoves = defineJob<NoteMovesJob>({
  kind: 'note-moves',
  paged: false,
  read: ({ items }) => ({ kind: 'note-moves', items: array(items).flatMap(dueItemIn) }),
  run: note,
});
