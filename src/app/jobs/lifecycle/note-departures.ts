import { array } from '../../../platform/read';
import { noteDepartures as note } from '../../lifecycle/note-departures';
import type { DueItem } from '../../notices/ports';
import { defineJob } from '../define-job';
import { dueItemIn } from '../read-body';

/** Somebody on whom something rests on these items may have left, or may be back. */
export interface NoteDeparturesJob {
  readonly kind: 'note-departures';
  readonly items: readonly DueItem[];
}

export const noteDepartures = defineJob<NoteDeparturesJob>({
  kind: 'note-departures',
  paged: false,
  read: ({ items }) => ({ kind: 'note-departures', items: array(items).flatMap(dueItemIn) }),
  run: note,
});
