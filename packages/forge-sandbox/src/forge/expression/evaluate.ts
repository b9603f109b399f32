import type { Node } from './parse';

/** An expression that cannot be worked out over what it was given, such as one that asks for what is not there. */
export class ExpressionFailed extends Error {}

type Scope = Readonly<Record<string, unknown>>;
type Apply = (value: unknown) => unknown;

const fail = (message: string): never => {
  throw new ExpressionFailed(message);
};

const isMap = (value: unknown): value is Scope =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function truth(value: unknown): boolean {
  return typeof value === 'boolean' ? value : fail(`${JSON.stringify(value)} is neither true nor false.`);
}

function member(of: unknown, name: string): unknown {
  if (of === null || of === undefined) return fail(`Nothing has no ${name}.`);
  if (name === 'length' && (typeof of === 'string' || Array.isArray(of))) return of.length;
  if (!isMap(of) || !Object.hasOwn(of, name)) return fail(`There is no ${name}.`);
  return of[name] ?? null;
}

function index(of: unknown, at: unknown): unknown {
  const list: unknown = of;
  if (Array.isArray(list) && typeof at === 'number') {
    const items: readonly unknown[] = list;
    return items[at] ?? fail(`There is no item ${at}.`);
  }
  if (isMap(of) && typeof at === 'string') return Object.hasOwn(of, at) ? (of[at] ?? null) : null;
  return fail('Only lists and maps have an index.');
}

const LISTS: Readonly<Record<string, (of: readonly unknown[], apply: Apply) => unknown>> = {
  some: (of, apply) => of.some((item) => truth(apply(item))),
  every: (of, apply) => of.every((item) => truth(apply(item))),
  filter: (of, apply) => of.filter((item) => truth(apply(item))),
  map: (of, apply) => of.map(apply),
};

function invoke(of: unknown, name: string, given: readonly Node[], scope: Scope): unknown {
  const [first] = given;
  if (Array.isArray(of) && Object.hasOwn(LISTS, name)) {
    if (first?.kind !== 'lambda') return fail(`${name} asks for a function.`);
    const items: readonly unknown[] = of;
    return LISTS[name]?.(items, (item) => evaluate(first.body, { ...scope, [first.name]: item }));
  }
  const values = given.map((node) => evaluate(node, scope));
  if (name === 'includes') {
    if (typeof of === 'string' && typeof values[0] === 'string') return of.includes(values[0]);
    if (Array.isArray(of)) return of.includes(values[0]);
  }
  if (name === 'toLowerCase' && typeof of === 'string') return of.toLowerCase();
  return fail(`There is no ${name}().`);
}

function both(op: string, left: Node, right: Node, scope: Scope): unknown {
  if (op === '&&') return truth(evaluate(left, scope)) && truth(evaluate(right, scope));
  if (op === '||') return truth(evaluate(left, scope)) || truth(evaluate(right, scope));
  const [a, b] = [evaluate(left, scope), evaluate(right, scope)];
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  if (op === '+' && (typeof a === 'string' || typeof b === 'string')) return `${String(a)}${String(b)}`;
  if (typeof a !== 'number' || typeof b !== 'number') return fail(`${op} asks for numbers.`);
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  if (op === '<') return a < b;
  if (op === '>') return a > b;
  return op === '<=' ? a <= b : a >= b;
}

/**
 * Works out an expression over these variables. As on Atlassian's side, what is not there is an error and no null,
 * unless it is asked for with `?.` or by index.
 *
 * @throws ExpressionFailed
 */
export function evaluate(node: Node, scope: Scope): unknown {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'list':
      return node.items.map((item) => evaluate(item, scope));
    case 'name':
      return Object.hasOwn(scope, node.name) ? scope[node.name] : fail(`There is no variable ${node.name}.`);
    case 'member': {
      const of = evaluate(node.of, scope);
      return node.optional && (of === null || of === undefined) ? null : member(of, node.name);
    }
    case 'index':
      return index(evaluate(node.of, scope), evaluate(node.at, scope));
    case 'call': {
      const of = evaluate(node.of, scope);
      return node.optional && (of === null || of === undefined)
        ? null
        : invoke(of, node.name, node.given, scope);
    }
    case 'lambda':
      return fail('A function stands only where one is asked for.');
    case 'not':
      return !truth(evaluate(node.of, scope));
    case 'both':
      return both(node.op, node.left, node.right, scope);
    case 'choice':
      return truth(evaluate(node.when, scope)) ? evaluate(node.then, scope) : evaluate(node.otherwise, scope);
  }
}
