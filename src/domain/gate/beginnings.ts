import type { ItemChange } from '../changelog/change';
import { heldAfter } from '../changelog/reading';
import type { Instant } from '../time/time';
import { crossed } from './crossing';
import type { WorkItem } from './item';
import type { Checkpoint } from './severity';

type Category = WorkItem['status']['category'];

/** How an item came to stand beyond a border: by a change of status, or by being created there. */
export interface Beginning {
  readonly checkpoint: Checkpoint;
  readonly at: Instant;
  /** Number of the change; -1 where it was created beyond the border. */
  readonly index: number;
}

/**
 * How an item came beyond each border it stands beyond now, the last time. Null where a status is not known to Jira any
 * more, so that nobody can say.
 */
export function beginningsOf(
  { createdAt, category }: { readonly createdAt: Instant; readonly category: Category },
  changes: readonly ItemChange[],
  categories: ReadonlyMap<string, Category>,
): readonly Beginning[] | null {
  const atFirst = heldAfter(changes, -1, 'status');
  let before = atFirst === 'as-today' ? category : categories.get(atFirst.id ?? '');
  if (!before) return null;
  let begun = beyond(before, { at: createdAt, index: -1 });
  for (const [index, { at, fields }] of changes.entries()) {
    for (const { to } of fields.filter(({ fieldId }) => fieldId === 'status')) {
      const after = categories.get(to ?? '');
      if (!after) return null;
      const checkpoint = crossed(before, after);
      begun = begun.filter((one) => isBeyond(after, one.checkpoint));
      // From To Do straight to Done is one move past both.
      if (checkpoint === 'finish' && before === 'new') begun = [];
      if (checkpoint) begun = [...begun, { checkpoint, at, index }];
      before = after;
    }
  }
  return begun;
}

const isBeyond = (category: Category, checkpoint: Checkpoint): boolean =>
  checkpoint === 'start' ? category !== 'new' : category === 'done';

const beyond = (category: Category, made: Omit<Beginning, 'checkpoint'>): readonly Beginning[] => {
  if (category === 'new') return [];
  return [{ checkpoint: category === 'done' ? 'finish' : 'start', ...made }];
};
