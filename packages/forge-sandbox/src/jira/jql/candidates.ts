import type { Clause, Operand } from '@atlaskit/jql-ast';
import type { Issue } from '../model/types';
import { issueNamed, type SearchContext } from './search-field';

const KEYS = new Set(['key', 'issuekey', 'issue', 'id']);

/** The texts of an operand that holds nothing else; undefined for functions and keywords. */
function textsOf(operand: Operand): readonly string[] | undefined {
  if (operand.operandType === 'value') return [operand.value];
  if (operand.operandType !== 'list') return undefined;
  const each = operand.values.map(textsOf);
  return each.some((one) => one === undefined) ? undefined : each.flatMap((one) => one ?? []);
}

/** The issues that a clause names one by one; undefined where it does not. */
function namedBy(context: SearchContext, clause: Clause): readonly Issue[] | undefined {
  if (clause.clauseType === 'compound') {
    if (clause.operator.value !== 'and') return undefined;
    for (const part of clause.clauses) {
      const found = namedBy(context, part);
      if (found) return found;
    }
    return undefined;
  }
  if (clause.clauseType !== 'terminal' || !clause.operator || !clause.operand) return undefined;
  const name = clause.field.value.toLowerCase();
  const isEqual = clause.operator.value === '=' || clause.operator.value === 'in';
  if (!KEYS.has(name) || !isEqual) return undefined;
  const texts = textsOf(clause.operand);
  return texts && [...new Set(texts.map((text) => issueNamed(context, text, name)))];
}

/** The issues that a query can find at all: those that it names by key or id, in place of all of the site. */
export const candidates = (context: SearchContext, where: Clause): Iterable<Issue> =>
  namedBy(context, where) ?? context.site.store.issues.values();
