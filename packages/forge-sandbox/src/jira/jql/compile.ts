import type { Clause, Operand, TerminalClause } from '@atlaskit/jql-ast';
import { badRequest, unsupported } from '../errors';
import type { Issue } from '../model/types';
import { callings, linkWords } from '../names';
import { dateFunction, readDate } from './dates';
import { searchFields } from './fields';
import { holdsRole } from '../permissions';
import { issueNamed, type Comparable, type SearchContext, type SearchField } from './search-field';
import { textMatcher } from './text';

export type Predicate = (issue: Issue) => boolean;

const inverse: Readonly<Record<string, string>> = {
  '=': '!=', '!=': '=', in: 'not in', 'not in': 'in', is: 'is not', 'is not': 'is', '~': '!~', '!~': '~', '<': '>=', '>=': '<', '>': '<=', '<=': '>',
}; // prettier-ignore

const allowed: Readonly<Record<SearchField['kind'], readonly string[]>> = {
  thing: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  text: ['~', '!~', 'is', 'is not'],
  date: ['=', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'],
  number: ['=', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'],
};

/** Things that Jira puts in an order, and the double only tells apart. */
const ordered = new Set(['priority', 'fixversion', 'affectedversion', 'key', 'issuekey', 'issue', 'id']);
const isOrder = (operator: string): boolean => /^[<>]=?$/.test(operator);

const empty = Symbol('EMPTY');
type Value = Comparable | typeof empty;

/** What a function stands for in a clause about things. */
function functionValues(
  context: SearchContext,
  field: SearchField,
  name: string,
  args: readonly string[],
): readonly Comparable[] {
  const { site, viewer } = context;
  switch (name.toLowerCase()) {
    case 'currentuser':
      return viewer.user ? [viewer.user.accountId] : [];
    case 'membersof': {
      const group = (args[0] ?? '').toLowerCase();
      return [...site.store.users.values()]
        .filter((user) => user.groups.some((one) => one.toLowerCase() === group))
        .map((user) => user.accountId);
    }
    case 'projectswhereuserhasrole': {
      const role = [...site.store.roles.values()].find(
        ({ name: called }) => called.toLowerCase() === (args[0] ?? '').toLowerCase(),
      );
      if (!role) throw badRequest(`The role '${args[0] ?? ''}' does not exist.`);
      return [...site.store.projects.values()]
        .filter((project) => holdsRole(viewer, project, role.id))
        .map(({ id }) => id);
    }
    case 'linkedissues': {
      const issue = issueNamed(context, args[0] ?? '', field.name);
      const found: string[] = [];
      for (const link of site.store.linksFor(issue)) {
        const type = site.store.linkTypes.get(link.typeId);
        const end = link.sourceId === issue.id ? 'outward' : 'inward';
        const words = type ? callings(type[end], linkWords(type, viewer.language)[end]) : [];
        const wanted = args[1]?.toLowerCase();
        if (wanted === undefined || words.some((one) => one.toLowerCase() === wanted)) {
          found.push(link.sourceId === issue.id ? link.destinationId : link.sourceId);
        }
      }
      return found;
    }
    default:
      throw unsupported(`the JQL function '${name}(${args.join(', ')})'`);
  }
}

function readOperand(context: SearchContext, field: SearchField, operand: Operand): readonly Value[] {
  switch (operand.operandType) {
    case 'keyword':
      return [empty];
    case 'list':
      return operand.values.flatMap((one) => readOperand(context, field, one));
    case 'function': {
      const args = operand.arguments.map((argument) => argument.value);
      const name = operand.function.value;
      if (field.kind === 'date') return [dateFunction(name, args, context.now, context.viewer)];
      return functionValues(context, field, name, args);
    }
    case 'value': {
      if (field.kind === 'date') return [readDate(operand.value, field.name, context.now, context.viewer)];
      if (field.kind === 'text') return [operand.value];
      if (field.kind === 'thing') {
        return field.name.toLowerCase() === 'resolution' && operand.value.toLowerCase() === 'unresolved'
          ? [empty]
          : field.resolve(operand.value);
      }
      const number = Number(operand.value);
      if (!Number.isFinite(number))
        throw badRequest(`Value '${operand.value}' is not a number for the field '${field.name}'.`);
      return [number];
    }
  }
}

function compare(operator: string, left: Comparable, right: Comparable): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}

function fieldPredicate(
  context: SearchContext,
  field: SearchField,
  operator: string,
  operand: Operand,
): Predicate {
  if (isOrder(operator) && ordered.has(field.name.toLowerCase()))
    throw unsupported(`the JQL operator '${operator}' on the field '${field.name}'`);
  if (!allowed[field.kind].includes(operator))
    throw badRequest(`The operator '${operator}' is not supported by the '${field.name}' field.`);
  const values = readOperand(context, field, operand);
  const wanted = new Set(values.filter((value) => value !== empty));
  const wantsEmpty = values.includes(empty);
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return (issue) => {
        const held = field.values(issue);
        return held.length === 0 ? wantsEmpty : held.some((value) => wanted.has(value));
      };
    case '!=':
    case 'not in':
    case 'is not':
      // As in Jira, an empty field is neither equal nor unequal to anything.
      return (issue) => {
        const held = field.values(issue);
        return held.length > 0 && !held.some((value) => wanted.has(value));
      };
    case '~':
    case '!~': {
      const matches = textMatcher(String(values[0] === empty ? '' : (values[0] ?? '')));
      return (issue) => {
        const held = field.values(issue);
        return held.length > 0 && held.some((value) => matches(String(value))) === (operator === '~');
      };
    }
    default: {
      const [bound] = wanted;
      if (bound === undefined)
        throw badRequest(
          `The operator '${operator}' does not support searching for empty values in the field '${field.name}'.`,
        );
      return (issue) => field.values(issue).some((value) => compare(operator, value, bound));
    }
  }
}

function terminal(context: SearchContext, clause: TerminalClause, negated: boolean): Predicate {
  const { operator, operand, field } = clause;
  // `changed` has no operand, and is whole all the same.
  if (operator && (clause.predicates.length > 0 || !(operator.value in inverse)))
    throw unsupported(`the JQL operator '${operator.text}'`);
  if (!operator || !operand)
    throw badRequest(`Error in the JQL Query: the clause on '${field.value}' is incomplete.`);
  if (field.properties && field.properties.length > 0)
    throw unsupported(`the JQL field '${field.text}' with a property`);
  const effective = negated ? (inverse[operator.value] ?? operator.value) : operator.value;
  const predicates = searchFields(context, field.value).map((one) =>
    fieldPredicate(context, one, effective, operand),
  );
  return (issue) => predicates.some((predicate) => predicate(issue));
}

/** Turns a clause into a test. NOT is pushed down to the operators, as Jira does: `NOT a = b` is `a != b`. */
export function compileClause(context: SearchContext, clause: Clause, negated = false): Predicate {
  switch (clause.clauseType) {
    case 'terminal':
      return terminal(context, clause, negated);
    case 'not':
      return compileClause(context, clause.clause, !negated);
    case 'compound': {
      const parts = clause.clauses.map((part) => compileClause(context, part, negated));
      const every = (clause.operator.value === 'and') !== negated;
      return every
        ? (issue) => parts.every((part) => part(issue))
        : (issue) => parts.some((part) => part(issue));
    }
  }
}
