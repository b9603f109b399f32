import { crossed } from '../../gate/crossing';
import type { Checkpoint } from '../../policy/rules';
import type { ItemChange } from '../../changelog/change';
import type { AccountId, Instant, IsoDate } from '../../values';
import type { Category } from './past-item';

/** `start` and `finish` are checkpoints; `reopen` leaves Done; `other` crosses nothing. */
export const MOVE_KINDS = ['start', 'finish', 'reopen', 'other'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** One change of status. */
export interface Move {
  readonly at: Instant;
  readonly by: AccountId | null;
  readonly fromStatusId: string;
  /** Null where Jira no longer knows one of its two statuses. */
  readonly kind: MoveKind | null;
  /** Number of the change in the changelog. */
  readonly index: number;
}

/** Calendar days in UTC, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function within({ from, to }: Period, at: Instant): boolean {
  const day = at.slice(0, 10);
  return from <= day && day <= to;
}

export const checkpointOf = (kind: MoveKind | null): Checkpoint | null =>
  kind === 'start' || kind === 'finish' ? kind : null;

function kindOf(from: Category | undefined, to: Category | undefined): MoveKind | null {
  if (!from || !to) return null;
  return crossed(from, to) ?? (from === 'done' && to !== 'done' ? 'reopen' : 'other');
}

/** Every change of status in a changelog, oldest first. */
export const movesIn = (
  changes: readonly ItemChange[],
  categories: ReadonlyMap<string, Category>,
): readonly Move[] =>
  changes.flatMap(({ at, by, fields }, index) =>
    fields
      .filter(({ fieldId }) => fieldId === 'status')
      .map(({ from, to }): Move => ({
        at,
        by,
        fromStatusId: from ?? '',
        kind: kindOf(categories.get(from ?? ''), categories.get(to ?? '')),
        index,
      })),
  );
