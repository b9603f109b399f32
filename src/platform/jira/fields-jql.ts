import type { FieldsScope, FieldsSearch } from '../../app/fields/ports';
import { quote } from './jql';

const listed = (names: readonly string[]): string => names.map(quote).join(', ');

const clause = (fieldId: string): string => `cf[${fieldId.replace('customfield_', '')}]`;

/** What the scope reaches; null where it reaches everything, an empty text where nothing. */
function reach(
  { issueTypes, followers }: FieldsScope,
  written: readonly (string | undefined)[],
): string | null {
  if (followers === 'everywhere') return null;
  return [
    ...(issueTypes.length > 0 ? [`issuetype in (${listed(issueTypes)})`] : []),
    ...(followers !== 'none' ? [`project in (${listed(followers)})`] : []),
    // What was written once is looked at for as long as it says something.
    ...written.flatMap((fieldId) => (fieldId === undefined ? [] : [`${clause(fieldId)} is not EMPTY`])),
  ].join(' OR ');
}

/**
 * The question that finds items whose fields may say something, in an order that stays; null where there can be none.
 *
 * @param written ids of fields that are never empty once anything was written
 */
export function fieldsJql(
  where: FieldsSearch,
  scope: FieldsScope,
  written: readonly (string | undefined)[],
): string | null {
  if ('parents' in where) {
    return where.parents.length === 0 ? null : `parent in (${listed(where.parents)}) ORDER BY key ASC`;
  }
  const reached = reach(scope, written);
  if (reached === '') return null;
  const narrowed =
    'projectKey' in where
      ? [`project = ${quote(where.projectKey)}`]
      : 'changedWithinHours' in where
        ? [`updated >= -${where.changedWithinHours}h`]
        : [];
  const clauses = [...narrowed, ...(reached === null ? [] : [`(${reached})`])];
  // Jira takes no question without a bound.
  return `${clauses.length === 0 ? 'project is not EMPTY' : clauses.join(' AND ')} ORDER BY key ASC`;
}
