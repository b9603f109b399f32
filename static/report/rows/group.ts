import { RULES, type RuleId } from '../../../src/domain/policy/rules';
import type { Row } from './row';

export const GROUPINGS = ['none', 'finding', 'handoff', 'status', 'component', 'version'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Rows that have something in common. An item with two components stands in both of their groups. */
export interface Group {
  readonly id: string;
  /** As Jira writes it; the rule, where grouped by finding; null for those that have none. */
  readonly name: string | null;
  readonly rows: readonly Row[];
  readonly atRisk: number;
}

/** What the table draws, from top to bottom. */
export type Line =
  | { readonly kind: 'group'; readonly key: string; readonly group: Group; readonly isOpen: boolean }
  | { readonly kind: 'row'; readonly key: string; readonly row: Row };

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Stands where a rule would, of items whose findings nobody knows. */
export const NOT_KNOWN = 'not-known';

const same = (name: string): Named => ({ id: name, name });

const namesOf: Readonly<Record<Exclude<Grouping, 'none'>, (row: Row) => readonly Named[]>> = {
  finding: ({ item: { gate } }) =>
    gate === null ? [same(NOT_KNOWN)] : [...new Set(gate.findings.map(({ rule }) => rule))].map(same),
  handoff: ({ handoffs }) => handoffs,
  status: ({ item }) => [{ id: `${item.status.category} ${item.status.name}`, name: item.status.name }],
  component: ({ item }) => item.components.map(same),
  version: ({ item }) => item.fixVersions.map(same),
};

const category = ['new', 'indeterminate', 'done'];
const natural = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

type Compare = (a: Group, b: Group) => number;
const byName: Compare = (a, b) => natural.compare(a.name ?? '', b.name ?? '');
const byRisk: Compare = (a, b) => b.atRisk - a.atRisk || b.rows.length - a.rows.length || byName(a, b);
const place = ({ id }: Group): number => category.indexOf(id.slice(0, id.indexOf(' ')));

const rank = ({ id }: Group): number => (id === NOT_KNOWN ? RULES.length : RULES.indexOf(id as RuleId));

/** What unblocks most first, the way work goes, versions by name; else where most is at risk. */
const order: Readonly<Record<Exclude<Grouping, 'none'>, Compare>> = {
  finding: (a, b) => rank(a) - rank(b),
  handoff: byRisk,
  status: (a, b) => place(a) - place(b) || byName(a, b),
  component: byRisk,
  version: byName,
};

/** Rows by what they have in common, each group in the order the rows came; those that have nothing of it last. */
export function groupsOf(rows: readonly Row[], by: Exclude<Grouping, 'none'>): readonly Group[] {
  const found = new Map<string, { readonly name: string; readonly rows: Row[] }>();
  const none: Row[] = [];
  for (const row of rows) {
    const names = namesOf[by](row);
    if (names.length === 0) none.push(row);
    for (const { id, name } of names) {
      const known = found.get(id);
      if (known) known.rows.push(row);
      else found.set(id, { name, rows: [row] });
    }
  }
  const groupOf = (id: string, name: string | null, members: readonly Row[]): Group => ({
    id,
    name,
    rows: members,
    atRisk: members.filter(({ item }) => item.atRisk).length,
  });
  const groups = [...found]
    .map(([id, { name, rows: members }]) => groupOf(id, name, members))
    .sort(order[by]);
  return none.length === 0 ? groups : [...groups, groupOf('', null, none)];
}

/** The lines of a table: rows as they are, or under their groups, without those of groups that are closed. */
export function linesOf(
  rows: readonly Row[],
  groups: readonly Group[] | null,
  closed: ReadonlySet<string>,
): readonly Line[] {
  if (!groups) return rows.map((row): Line => ({ kind: 'row', key: row.item.issueKey, row }));
  return groups.flatMap((group): Line[] => {
    const isOpen = !closed.has(group.id);
    const head: Line = { kind: 'group', key: `group ${group.id}`, group, isOpen };
    const members = isOpen ? group.rows : [];
    return [
      head,
      ...members.map((row): Line => ({ kind: 'row', key: `${group.id} ${row.item.issueKey}`, row })),
    ];
  });
}
