import { adfText } from '../adf';
import { badRequest, unsupported } from '../errors';
import type { Field } from '../fields/field';
import { describe, isList } from '../fields/write';
import type { Issue, Scalar } from '../model/types';
import { priorityName } from '../names';
import { computedField } from './computed-fields';
import { startOfDay } from './dates';
import {
  issueNamed,
  keyOrder,
  lookUp,
  named,
  people,
  type Comparable,
  type SearchContext,
  type SearchField,
} from './search-field';

/** Fields Jira can search and the double cannot: refused aloud. */
const missing = new Set([
  'approvals', 'attachments', 'category', 'development', 'environment', 'epic link', 'filter', 'hierarchylevel', 'issue.property',
  'issuelinktype', 'lastviewed', 'originalestimate', 'parentepic', 'projecttype', 'rank', 'remainingestimate', 'sprint', 'timespent', 'voter', 'votes',
  'worklogauthor', 'worklogdate', 'workratio',
]); // prettier-ignore

function scalarsOf(issue: Issue, field: Field): readonly Scalar[] {
  const value = issue.values.get(field.id) ?? null;
  return value === null ? [] : isList(value) ? value : [value];
}

function resolver(
  context: SearchContext,
  field: Field,
  name: string,
): (operand: string) => readonly Comparable[] {
  const { store } = context.site;
  const { language } = context.viewer;
  const parts = (pick: 'components' | 'versions' | 'securityLevels') =>
    named([...store.projects.values()].flatMap((project) => [...project[pick]]));
  switch (field.value?.base) {
    case 'user':
      return (operand) => lookUp(operand, name, people(context.site));
    case 'priority':
      return (operand) =>
        lookUp(
          operand,
          name,
          named(store.priorities.values(), (priority) => priorityName(priority, language)),
        );
    case 'resolution':
      // Unresolved is Jira's word for no resolution; matched as an empty value by the caller's EMPTY.
      return (operand) => lookUp(operand, name, named(store.resolutions.values()));
    case 'component':
      return (operand) => lookUp(operand, name, parts('components'));
    case 'version':
      return (operand) => lookUp(operand, name, parts('versions'));
    case 'security':
      return (operand) => lookUp(operand, name, parts('securityLevels'));
    case 'issue':
      return (operand) => [issueNamed(context, operand, name).id];
    default:
      return (operand) => [operand.toLowerCase()];
  }
}

function storedField(context: SearchContext, field: Field, name: string): SearchField {
  const { site, viewer } = context;
  const base = field.value?.base ?? 'string';
  const days = new Map<string, number>();
  const midnight = (day: string): number => {
    const known = days.get(day) ?? startOfDay(day, viewer);
    days.set(day, known);
    return known;
  };
  const single = field.value?.list === false;
  // A single short text is searched by its words, and so are documents. Lists of words (labels) are compared as
  // wholes, and so are Forge's strings.
  const kind =
    base === 'richtext' || (base === 'string' && single && !field.forge) || base === 'object'
      ? 'text'
      : base === 'number'
        ? 'number'
        : base === 'date' || base === 'datetime'
          ? 'date'
          : 'thing';
  const comparable = (value: Scalar): Comparable => {
    if (typeof value === 'number') return value;
    if (typeof value === 'object') return base === 'richtext' ? adfText(value) : JSON.stringify(value);
    if (base === 'date') return midnight(value);
    return kind === 'thing' && (base === 'string' || base === 'option' || base === 'group')
      ? value.toLowerCase()
      : value;
  };
  const priorities = base === 'priority' ? [...site.store.priorities.keys()] : [];
  return {
    name,
    kind,
    values: (issue) => scalarsOf(issue, field).map(comparable),
    resolve: resolver(context, field, name),
    sortKey(issue) {
      const first = scalarsOf(issue, field)[0];
      if (first === undefined) return undefined;
      // The highest priority is the largest, so that DESC shows it first.
      if (base === 'priority') return -priorities.indexOf(String(first));
      if (base === 'issue') {
        const parent = site.store.issues.get(String(first));
        return parent ? keyOrder(parent) : undefined;
      }
      const value = comparable(first);
      return typeof value === 'number' ? value : describe(site, base, first).text.toLowerCase();
    },
  };
}

/** Every field that a name in a query can mean: Jira searches them all when a name is ambiguous. */
export function searchFields(context: SearchContext, name: string): readonly SearchField[] {
  const lower = name.toLowerCase();
  const computed = computedField(context, lower);
  if (computed) return [computed];
  const found = [...context.site.store.fields.values()].filter(
    (field) =>
      field.value !== undefined && field.clauseNames.some((clause) => clause.toLowerCase() === lower),
  );
  if (found.length > 0) return found.map((field) => storedField(context, field, name));
  if (missing.has(lower)) throw unsupported(`the JQL field '${name}'`);
  throw badRequest(`Field '${name}' does not exist or you do not have permission to view it.`);
}
