import type { CategoryKey } from '../jira/model/types';
import type { RawIssue } from './raw';

const start =
  /^(open|new|to.?do|backlog|received|reopened|selected|planned|ready|draft|idea|funnel|pending approval|triage)/i;
const end =
  /^(closed|resolved|done|complete|finished|fixed|verified|released|deployed|shipped|accepted and|cancel|reject|declined|won.t|duplicate|obsolete|archived)/i;

const keys: Readonly<Record<string, CategoryKey>> = {
  new: 'new',
  undefined: 'new',
  indeterminate: 'indeterminate',
  done: 'done',
};

/**
 * The category of every status the export speaks of, by status name:
 * what the export says (Jira 6.2 and newer does); else what the name says; else done when most issues
 * standing there are resolved; else in progress. Statuses known from changelogs alone go by their name.
 */
export function statusCategories(issues: readonly RawIssue[]): ReadonlyMap<string, CategoryKey> {
  const said = new Map<string, CategoryKey>();
  const resolved = new Map<string, { total: number; resolved: number }>();
  const names = new Set<string>();
  for (const { fields, changelog } of issues) {
    const { name, statusCategory } = fields.status;
    names.add(name);
    const category = keys[statusCategory?.key ?? ''];
    if (category) said.set(name, category);
    const count = resolved.get(name) ?? { total: 0, resolved: 0 };
    resolved.set(name, { total: count.total + 1, resolved: count.resolved + (fields.resolution ? 1 : 0) });
    for (const history of changelog?.histories ?? []) {
      for (const item of history.items) {
        if (item.field !== 'status') continue;
        for (const text of [item.fromString, item.toString])
          if (typeof text === 'string' && text !== '') names.add(text);
      }
    }
  }
  const guess = (name: string): CategoryKey => {
    if (start.test(name)) return 'new';
    if (end.test(name)) return 'done';
    const count = resolved.get(name);
    return count && count.resolved * 2 > count.total ? 'done' : 'indeterminate';
  };
  return new Map([...names].map((name) => [name, said.get(name) ?? guess(name)]));
}
