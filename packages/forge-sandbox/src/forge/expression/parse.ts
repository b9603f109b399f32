/** What an expression is made of. */
export type Node =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'name'; readonly name: string }
  /** `of.name`; with `optional`, nothing of nothing is nothing. */
  | { readonly kind: 'member'; readonly of: Node; readonly name: string; readonly optional: boolean }
  | { readonly kind: 'index'; readonly of: Node; readonly at: Node }
  | {
      readonly kind: 'call';
      readonly of: Node;
      readonly name: string;
      readonly optional: boolean;
      readonly given: readonly Node[];
    }
  | { readonly kind: 'lambda'; readonly name: string; readonly body: Node }
  | { readonly kind: 'not'; readonly of: Node }
  | { readonly kind: 'both'; readonly op: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'choice'; readonly when: Node; readonly then: Node; readonly otherwise: Node };

/** The text is no expression that this reads. */
export class ExpressionSyntax extends Error {}

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_]\w*)|(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<op>=>|\?\.|&&|\|\||[=!<>]=|[-+!<>().,[\]?:]))/y;

interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'op' | 'end';
  readonly text: string;
}

function tokensOf(text: string): readonly Token[] {
  const found: Token[] = [];
  const source = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const from = TOKEN.lastIndex;
    const { number, name, text: quoted, op } = TOKEN.exec(source)?.groups ?? {};
    if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (name !== undefined) found.push({ kind: 'name', text: name });
    else if (quoted !== undefined)
      found.push({ kind: 'text', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (op !== undefined) found.push({ kind: 'op', text: op });
    else throw new ExpressionSyntax(`Unexpected "${source.slice(from, from + 10)}" at ${from}.`);
  }
  return [...found, { kind: 'end', text: 'the end' }];
}

/** Operators by how firmly they bind, loosest first. */
const LEVELS = [['||'], ['&&'], ['==', '!='], ['<', '>', '<=', '>='], ['+', '-']] as const;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Node {
    const node = this.choice();
    if (this.peek().kind !== 'end') this.unexpected();
    return node;
  }

  private peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] ?? { kind: 'end', text: '' };
  }

  private unexpected(): never {
    throw new ExpressionSyntax(`Unexpected ${this.peek().text}.`);
  }

  private takes(op: string): boolean {
    const { kind, text } = this.peek();
    if (kind !== 'op' || text !== op) return false;
    this.at += 1;
    return true;
  }

  private expect(op: string): void {
    if (!this.takes(op)) throw new ExpressionSyntax(`Expected ${op}, found ${this.peek().text}.`);
  }

  private name(): string {
    const { kind, text } = this.peek();
    if (kind !== 'name') this.unexpected();
    this.at += 1;
    return text;
  }

  private choice(): Node {
    if (this.peek().kind === 'name' && this.peek(1).text === '=>') {
      const name = this.name();
      this.expect('=>');
      return { kind: 'lambda', name, body: this.choice() };
    }
    const when = this.binary(0);
    if (!this.takes('?')) return when;
    const then = this.choice();
    this.expect(':');
    return { kind: 'choice', when, then, otherwise: this.choice() };
  }

  private binary(level: number): Node {
    const ops = LEVELS[level];
    if (!ops) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const op = ops.find((one) => this.takes(one));
      if (op === undefined) return left;
      left = { kind: 'both', op, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Node {
    return this.takes('!') ? { kind: 'not', of: this.unary() } : this.path();
  }

  private path(): Node {
    let node = this.atom();
    for (;;) {
      if (this.takes('[')) {
        const at = this.choice();
        this.expect(']');
        node = { kind: 'index', of: node, at };
        continue;
      }
      const optional = this.takes('?.');
      if (!optional && !this.takes('.')) return node;
      const name = this.name();
      node = this.takes('(')
        ? { kind: 'call', of: node, name, optional, given: this.list(')') }
        : { kind: 'member', of: node, name, optional };
    }
  }

  private list(end: string): readonly Node[] {
    const items: Node[] = [];
    if (this.takes(end)) return items;
    do items.push(this.choice());
    while (this.takes(','));
    this.expect(end);
    return items;
  }

  private atom(): Node {
    const { kind, text } = this.peek();
    if (this.takes('(')) {
      const node = this.choice();
      this.expect(')');
      return node;
    }
    if (this.takes('[')) return { kind: 'list', items: this.list(']') };
    if (kind === 'end' || kind === 'op') this.unexpected();
    this.at += 1;
    if (kind === 'text') return { kind: 'value', value: text };
    if (kind === 'number') return { kind: 'value', value: Number(text) };
    return Object.hasOwn(WORDS, text)
      ? { kind: 'value', value: WORDS[text] ?? null }
      : { kind: 'name', name: text };
  }
}

/** Reads the part of Jira's expressions that filters and descriptions use. @throws ExpressionSyntax */
export const parseExpression = (text: string): Node => new Parser(tokensOf(text)).whole();
