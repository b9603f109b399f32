import { JastBuilder, type OrderBy } from '@atlaskit/jql-ast';
import { badRequest } from '../errors';
import type { Issue } from '../model/types';
import { canSee } from '../permissions';
import { candidates } from './candidates';
import { compileClause } from './compile';
import { searchFields } from './fields';
import type { Comparable, SearchContext } from './search-field';

type Order = (left: Issue, right: Issue) => number;

/** Empty values come last ascending and first descending. */
function compareKeys(left: Comparable | undefined, right: Comparable | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left < right ? -1 : 1;
}

function compileOrder(context: SearchContext, orderBy: OrderBy | undefined): Order {
  const fields = orderBy?.fields ?? [];
  if (fields.length > 7) throw badRequest('The ORDER BY clause can contain at most 7 fields.');
  const orders = fields.map((one): Order => {
    const [field] = searchFields(context, one.field.value);
    if (!field) throw badRequest(`Not able to sort using field '${one.field.value}'.`);
    const keys = new Map<Issue, Comparable | undefined>();
    const keyOf = (issue: Issue): Comparable | undefined => {
      if (!keys.has(issue)) keys.set(issue, field.sortKey(issue));
      return keys.get(issue);
    };
    const sign = one.direction && one.direction.value === 'DESC' ? -1 : 1;
    return (left, right) => sign * compareKeys(keyOf(left), keyOf(right));
  });
  // Newest first wherever the query leaves it open, so that pages never overlap.
  const newestFirst: Order = (left, right) =>
    right.created - left.created || Number(right.id) - Number(left.id);
  return (left, right) => {
    for (const order of orders) {
      const result = order(left, right);
      if (result !== 0) return result;
    }
    return newestFirst(left, right);
  };
}

/**
 * Runs a query for a viewer and returns the ids of what it finds, in order.
 *
 * @param live ids to be judged as they are now rather than as the index has them (`reconcileIssues`)
 * @throws JiraError 400 in Jira's words for what Jira refuses, unbounded queries among them; 501 for what only the double refuses
 */
export function runSearch(context: SearchContext, jql: string, live: ReadonlySet<string>): readonly string[] {
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error) throw badRequest(`Error in the JQL Query: ${error.message}`);
  if (!query?.where) {
    throw badRequest(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
  const { site, viewer } = context;
  const matches = compileClause(context, query.where);
  const order = compileOrder(context, query.orderBy ?? undefined);
  const found: Issue[] = [];
  for (const issue of candidates(context, query.where)) {
    if (site.store.projectOf(issue).archived === true) continue;
    const seen = live.has(issue.id) ? issue : site.store.indexed(issue);
    if (seen && matches(seen) && canSee(site, viewer, issue)) found.push(seen);
  }
  return found.sort(order).map((issue) => issue.id);
}
