import { datePlus } from '../../domain/time/time';

/** A JQL string literal. Jira refuses a line break inside quotes, and no name or word searched for needs one. */
export const quote = (text: string): string => `"${text.replace(/[\r\n]+/g, ' ').replace(/[\\"]/g, '\\$&')}"`;

/** Characters with a meaning in Jira's text search; a reader who types them looks for the words around them. */
const SEARCH_SYNTAX = /[+\-&|!(){}[\]^~*?\\:"'/]/g;

const ISSUE_KEY = /^[A-Za-z][A-Za-z0-9_]+-[0-9]+$/;

/** By id: the same types for every reader, whatever they are called. */
const ofTypes = (issueTypes: readonly string[]): string =>
  `issuetype in (${issueTypes.map(quote).join(', ')})`;

/** A project's items of some types, whatever their status, in the same stable order. */
export const itemsEverJql = (projectKey: string, issueTypes: readonly string[]): string =>
  `project = ${quote(projectKey)} AND ${ofTypes(issueTypes)} ORDER BY key ASC`;

const dayAfter = (date: string, days: number): string => datePlus(date, days);

/**
 * A project's items that may have moved up to a day: those that were there by then. Jira reads days in the reader's own
 * zone, so a day more is asked for. Not narrowed by `updated`: a migration of workflows moves items without touching it.
 */
export const itemsMovedJql = (projectKey: string, issueTypes: readonly string[], to: string): string =>
  `project = ${quote(projectKey)} AND ${ofTypes(issueTypes)} AND created < ${quote(dayAfter(to, 2))} ORDER BY key ASC`;

export interface OpenItemsQuery {
  readonly issueTypes?: readonly string[];
  readonly text?: string;
}

/** A project's open items in a stable order, so that pages neither repeat nor skip. */
export function openItemsJql(projectKey: string, { issueTypes, text }: OpenItemsQuery): string {
  const clauses = [`project = ${quote(projectKey)}`, 'statusCategory != Done'];
  if (issueTypes) clauses.push(ofTypes(issueTypes));
  const trimmed = text?.trim() ?? '';
  const words = trimmed.replace(SEARCH_SYNTAX, ' ').trim();
  if (ISSUE_KEY.test(trimmed)) clauses.push(`key = ${quote(trimmed.toUpperCase())}`);
  else if (words !== '') clauses.push(`summary ~ ${quote(`${words}*`)}`);
  return `${clauses.join(' AND ')} ORDER BY key ASC`;
}

const ORDER_BY = /\border\s+by\b/i;

/**
 * A reader's own JQL as a part of another: without the order that Jira's search adds to what is copied from it.
 *
 * @example conditionOf('labels = "order by" ORDER BY rank') // 'labels = "order by"'
 */
export function conditionOf(jql: string): string {
  // Quoted words are blanked out at their length, so that what is found stands at the same place.
  const bare = jql.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, (quoted) => ' '.repeat(quoted.length));
  const at = bare.search(ORDER_BY);
  return (at === -1 ? jql : jql.slice(0, at)).trim();
}

/** The open items of some types in some projects, by key, so that those of one project follow each other. */
export function openItemsAmongJql({
  projectKeys,
  issueTypes,
  jql = '',
}: {
  readonly projectKeys: readonly string[];
  readonly issueTypes: readonly string[];
  readonly jql?: string | undefined;
}): string {
  const condition = conditionOf(jql);
  return [
    `project in (${projectKeys.map(quote).join(', ')})`,
    'statusCategory != Done',
    ofTypes(issueTypes),
    ...(condition === '' ? [] : [`(${condition})`]),
  ]
    .join(' AND ')
    .concat(' ORDER BY key ASC');
}

/** Every item that was changed in the last day, an hour more than a day so that no run leaves a gap. */
export const changedLatelyJql = 'updated >= "-25h" ORDER BY key ASC';

/** Items of some types beyond To Do: those in progress, and those that were finished lately. */
export const startedJql = (issueTypes: readonly string[], projectKey?: string): string =>
  [
    ...(projectKey === undefined ? [] : [`project = ${quote(projectKey)}`]),
    ofTypes(issueTypes),
    '(statusCategory = "In Progress" OR (statusCategory = Done AND updated >= "-7d")) ORDER BY key ASC',
  ].join(' AND ');
