import type { WorkItem } from './item';
import type { Checkpoint } from '../policy/rules';

type Category = WorkItem['status']['category'];

/** The checkpoint a change of status crosses: entering Done, or leaving To Do. */
export function crossed(from: Category, to: Category): Checkpoint | null {
  if (to === 'done') return from === 'done' ? null : 'finish';
  return from === 'new' && to !== 'new' ? 'start' : null;
}
