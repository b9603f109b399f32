import { movesIn } from '../backtest/moves';
import type { Category } from '../backtest/past-item';
import type { ItemChange } from '../../changelog/change';
import { daysBetween, type Instant } from '../../time/time';
import type { Evidence } from './evidence';
import type { Happening } from './indicators';
import { weekOf, type Week } from './weeks';

/** A work item's past as Jira alone tells it. */
export interface JiraPast {
  readonly createdAt: Instant;
  /** Oldest first; changes of other fields than status and owner are of no account. */
  readonly changes: readonly ItemChange[];
  /** Jira's id of the field that names the owner; null where no field does. */
  readonly ownerFieldId: string | null;
  /** Whether the field names anybody today. */
  readonly ownedToday: boolean;
}

/** From one instant on, who stood in the field; an empty name: nobody. */
interface Stood {
  readonly from: Instant;
  readonly name: string;
}

const nameIn = (id: string | null, text: string | null): string => (id ?? text ?? '').replace(/^\[\]$/, '');

/** Who stood in the owner's field, one after another, from the item's creation on. */
function ownersOverTime({ createdAt, changes, ownerFieldId, ownedToday }: JiraPast): readonly Stood[] {
  if (ownerFieldId === null) return [];
  const changePoints = changes.flatMap(({ at, fields }) =>
    fields
      .filter(({ fieldId }) => fieldId === ownerFieldId)
      .map(({ from, fromText, to, toText }) => ({
        at,
        before: nameIn(from, fromText),
        after: nameIn(to, toText),
      })),
  );
  // A field that never changed holds what it was created with.
  const first = changePoints[0]?.before ?? (ownedToday ? 'whoever it is' : '');
  return [
    { from: createdAt, name: first },
    ...changePoints.map(({ at, after }) => ({ from: at, name: after })),
  ];
}

const days = (from: Instant, to: Instant): number => Math.max(0, daysBetween(from, to));

function ownerHappenings(past: JiraPast): readonly Happening[] {
  const stood = ownersOverTime(past);
  const found: Happening[] = [];
  const first = stood.find(({ name }) => name !== '');
  if (first)
    found.push({ indicator: 'first-owner', at: first.from, value: days(past.createdAt, first.from) });
  stood.forEach(({ from, name }, index) => {
    const next = stood[index + 1];
    if (name === '' || !next || next.name === name) return;
    found.push({ indicator: 'owner-stays', at: next.from, value: days(from, next.from) });
    if (next.name === '') found.push({ indicator: 'owner-dropped', at: next.from, value: 1 });
  });
  return found;
}

const reopenings = (past: JiraPast, categories: ReadonlyMap<string, Category>): readonly Happening[] =>
  movesIn(past.changes, categories)
    .filter(({ kind }) => kind === 'reopen')
    .map(({ at }) => ({ indicator: 'reopened', at, value: 1 }));

/**
 * What Jira's own history of one item says about some weeks.
 *
 * @param categories of every status by id; moves from or to a status that is gone are left out
 */
export function jiraEvidenceOf(
  past: JiraPast,
  weeks: readonly Week[],
  categories: ReadonlyMap<string, Category>,
): Evidence {
  const wanted = new Set(weeks);
  return {
    observations: [...ownerHappenings(past), ...reopenings(past, categories)]
      .map(({ at, ...happening }) => ({ ...happening, week: weekOf(at) }))
      .filter(({ week }) => wanted.has(week)),
    since: past.createdAt,
    items: 1,
    withHistory: 1,
    cut: 0,
  };
}
