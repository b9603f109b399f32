import { LIMITS } from '../../src/contract/input-parts';
import { inputs, type CallKey, type Input } from '../../src/contract/inputs';

export type Checked<K extends CallKey> =
  | { readonly ok: true; readonly input: Input<K> }
  /** By the input's field, the contract's word for what is wrong: `required`, `too-long`, `not-a-date`, … */
  | { readonly ok: false; readonly problems: Readonly<Record<string, Wrong>> };

/** `limit`: the most characters the field takes, where that is what is wrong. */
export interface Wrong {
  readonly why: string;
  readonly limit?: number;
}

/** Holds a form's answers against the contract, before the way to the backend. */
export function checkInput<K extends CallKey>(
  key: K,
  answers: Readonly<Record<string, unknown>>,
): Checked<K> {
  const parsed = inputs[key].safeParse(answers);
  if (parsed.success) return { ok: true, input: parsed.data as Input<K> };
  const problems: Record<string, Wrong> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    problems[field] ??= answers[field] === undefined ? { why: 'required' } : wrongIn(issue);
  }
  return { ok: false, problems };
}

const wrongIn = (issue: {
  readonly code: string;
  readonly message: string;
  readonly maximum?: unknown;
}): Wrong =>
  typeof issue.maximum === 'number' ? { why: issue.message, limit: issue.maximum } : { why: issue.message };

/** An empty answer is no answer: the contract wants optional fields absent, not blank. */
export const withoutBlanks = (answers: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) =>
      answer === null || answer.trim() === '' ? [] : [[name, answer.trim()]],
    ),
  );

export { LIMITS };
