import { unsupported } from '../errors';

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

type Term = (found: readonly string[]) => boolean;

function phrase(text: string): Term {
  const wanted = words(text);
  return (found) => found.some((_, start) => wanted.every((word, offset) => found[start + offset] === word));
}

function single(term: string): Term {
  if (/[~^]/.test(term)) throw unsupported(`the text search syntax in '${term}'`);
  if (!/[*?]/.test(term)) return phrase(term);
  const pattern = term
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const whole = new RegExp(`^${pattern}$`, 'u');
  return (found) => found.some((word) => whole.test(word));
}

/**
 * The right-hand side of `~`: words that must all occur, "quoted phrases", `*` and `?` wildcards.
 * Unlike Jira there is no stemming: "task" does not find "tasks".
 */
export function textMatcher(query: string): (text: string) => boolean {
  const terms: Term[] = [];
  for (const [, quoted, plain] of query.matchAll(/"([^"]*)"|(\S+)/g)) {
    if (quoted !== undefined) terms.push(phrase(quoted));
    else if (plain !== undefined) terms.push(single(plain));
  }
  return (text) => {
    const found = words(text);
    return terms.every((term) => term(found));
  };
}
