import { badRequest } from '../errors';
import type { Issue } from '../model/types';
import { callings } from '../names';
import { canSee } from '../permissions';
import type { Site, Viewer } from '../site';

export type Comparable = string | number;

/** A field as JQL sees it. */
export interface SearchField {
  readonly name: string;
  /** Decides which operators Jira allows. */
  readonly kind: 'thing' | 'text' | 'date' | 'number';
  /** What the issue holds; an empty list for no value. Dates as instants. */
  values(issue: Issue): readonly Comparable[];
  /** What an operand of a `thing` means; throws Jira's refusal when it means nothing. Things may share a name. */
  resolve(operand: string): readonly Comparable[];
  /** Order of the value; undefined sorts as empty. */
  sortKey(issue: Issue): Comparable | undefined;
}

export interface SearchContext {
  readonly site: Site;
  readonly viewer: Viewer;
  readonly now: number;
}

interface Candidate {
  readonly id: string;
  readonly names: readonly string[];
}

/** Candidates by name and, where the viewer's language has one of its own, by that too. */
export const named = <T extends { id: string; name: string }>(
  all: Iterable<T>,
  read: (one: T) => string = (one) => one.name,
): Candidate[] => [...all].map((one) => ({ id: one.id, names: callings(one.name, read(one)) }));

export const people = (site: Site): Candidate[] =>
  [...site.store.users.values()].map((user) => ({
    id: user.accountId,
    names: [user.displayName, user.emailAddress],
  }));

/** Finds things by id or, ignoring case, by one of their names. */
export function lookUp(operand: string, field: string, among: Iterable<Candidate>): readonly string[] {
  const wanted = operand.toLowerCase();
  const found: string[] = [];
  for (const one of among) {
    if (one.id === operand || one.names.some((name) => name.toLowerCase() === wanted)) found.push(one.id);
  }
  if (found.length === 0) throw badRequest(`The value '${operand}' does not exist for the field '${field}'.`);
  return found;
}

export function issueNamed({ site, viewer }: SearchContext, operand: string, field: string): Issue {
  const issue = site.store.issue(operand);
  if (issue && canSee(site, viewer, issue)) return issue;
  throw badRequest(`An issue with key '${operand}' does not exist for field '${field}'.`);
}

/** Sorts ABC-10 behind ABC-9. */
export function keyOrder(issue: Issue): string {
  const [project = '', number = ''] = issue.key.split('-');
  return `${project}-${number.padStart(9, '0')}`;
}
