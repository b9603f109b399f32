import type { PortfolioScope } from '../../../src/contract/portfolio';

export const GROUPINGS = ['none', 'lead', 'category'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a reader chose to see; the address keeps it, so that a link shows another reader the same choice. */
export interface PortfolioView {
  readonly scope: PortfolioScope;
  readonly group: Grouping;
  /** The one page for a meeting is shown, in place of the lines. */
  readonly sheet: boolean;
}

const PROJECT_KEY = /^[A-Z][A-Z0-9_]+$/;
/** Most projects that a scope names, and the longest JQL; the call takes no more. */
export const MOST_KEYS = 50;
export const JQL_LIMIT = 1000;

/** Keys as people write them: `exp, plat` and the like; what is no key is left out, and each stands once. */
export const keysIn = (text: string): readonly string[] =>
  [...new Set(text.toUpperCase().split(/[\s,;]+/))]
    .filter((key) => PROJECT_KEY.test(key))
    .slice(0, MOST_KEYS);

/** Reads an address; anything not understood is as if it were not there. */
export function parseView(query: string): PortfolioView {
  const read = new URLSearchParams(query);
  const projectKeys = [...keysIn(read.get('projects') ?? '')];
  const category = read.get('category') ?? '';
  const jql = (read.get('jql') ?? '').trim().slice(0, JQL_LIMIT);
  return {
    scope: {
      ...(projectKeys.length > 0 && { projectKeys }),
      ...(projectKeys.length === 0 && /^[0-9]{1,19}$/.test(category) && { categoryId: category }),
      ...(jql !== '' && { jql }),
    },
    group: GROUPINGS.find((one) => one === read.get('group')) ?? 'none',
    sheet: read.get('sheet') === 'yes',
  };
}

/** The shortest query that says the same; empty for everything the reader may see. */
export function formatView({ scope: { projectKeys, categoryId, jql }, group, sheet }: PortfolioView): string {
  const query = new URLSearchParams();
  if (projectKeys) query.set('projects', projectKeys.join(','));
  else if (categoryId !== undefined) query.set('category', categoryId);
  if (jql !== undefined) query.set('jql', jql);
  if (group !== 'none') query.set('group', group);
  if (sheet) query.set('sheet', 'yes');
  return query.toString();
}

/** The part of a view that its numbers depend on. */
export const scopeQuery = ({ scope }: Pick<PortfolioView, 'scope'>): string =>
  formatView({ scope, group: 'none', sheet: false });
