import type { Figures } from '../../../src/domain/report/accountability/summary';
import { figuresOf, type Line } from './load';
import type { Grouping } from './view';

export interface Group {
  readonly id: string;
  /** Null where its projects have no lead, or no category. */
  readonly name: string | null;
  readonly lines: readonly Line[];
}

const idAndName = ({ project: { lead, category } }: Line, by: Grouping): readonly [string, string] | null => {
  if (by === 'lead') return lead && [lead.accountId, lead.displayName];
  return category && [category.id, category.name];
};

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Lines by their lead or category, named ones first, in the order of their names; one group of all where none is asked for. */
export function groupsOf(lines: readonly Line[], by: Grouping): readonly Group[] {
  if (by === 'none') return [{ id: '', name: null, lines }];
  const groups = new Map<string, { id: string; name: string | null; lines: Line[] }>();
  for (const line of lines) {
    const [id, name] = idAndName(line, by) ?? ['', null];
    const group = groups.get(id) ?? { id, name, lines: [] };
    group.lines.push(line);
    groups.set(id, group);
  }
  return [...groups.values()].sort((a, b) => {
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
    return names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  });
}

/** The figures that a page adds up over its projects. */
export type Sums = Pick<
  Figures,
  'items' | 'notKnown' | 'passing' | 'unanswered' | 'overdue' | 'offTrack' | 'decisionsDue'
>;

export function sumsOf(lines: readonly Line[]): Sums {
  const sum = (of: (figures: Figures) => number): number =>
    lines.reduce((all, line) => all + of(figuresOf(line)), 0);
  return {
    items: sum(({ items }) => items),
    notKnown: sum(({ notKnown }) => notKnown),
    passing: sum(({ passing }) => passing),
    unanswered: sum(({ unanswered }) => unanswered),
    overdue: sum(({ overdue }) => overdue),
    offTrack: sum(({ offTrack }) => offTrack),
    decisionsDue: sum(({ decisionsDue }) => decisionsDue),
  };
}
