import { succeeded, type Client } from './client';
import { changePolicy } from './rules';
import type { ServedSite } from './sandbox';

const WARNS = ['agreement.overdue'];
const held = (rule: string): boolean => /^(owner|agreement)\./.test(rule);
const HELD = ['dependency.unmapped', 'dependencies.undeclared'];
/** Rules that the sentences of these tests do not speak of. */
const LATER = ['agreement.open', 'agreement.unconfirmed', 'agreement.rests-on-unacknowledged'];

const weight = (rule: string): 'off' | 'warn' | 'block' => {
  if (LATER.includes(rule)) return 'off';
  if (WARNS.includes(rule)) return 'warn';
  return held(rule) || HELD.includes(rule) ? 'block' : 'off';
};

/**
 * Makes a project hold its moves back by the rules about owners and promises alone, whatever Holdfast ships with.
 *
 * @param more other parts of the policy
 */
export const enforce = (site: ServedSite, projectKey: string, more: object = {}): Promise<void> =>
  changePolicy(site, projectKey, ({ rules }) => ({
    mode: 'enforce',
    rules: Object.fromEntries(
      Object.keys(rules).map((rule) => [rule, { start: weight(rule), finish: weight(rule) }]),
    ),
    minimumDependencies: 1,
    ...more,
  }));

/** A call of a project's page that must succeed. @throws Error with the answer otherwise. */
export async function answerOf<T>(
  client: Client,
  moduleKey: string,
  call: string,
  payload: object = {},
  projectKey?: string,
): Promise<T> {
  const { body } = await client.invoke(
    moduleKey,
    call,
    payload,
    projectKey === undefined ? {} : { projectKey },
  );
  if (!succeeded(body)) throw new Error(`${call}: ${JSON.stringify(body)}`);
  return body as unknown as T;
}

/** The error of a call that must be refused. @throws Error when it was not. */
export async function refusalOf(
  client: Client,
  moduleKey: string,
  call: string,
  payload: object,
  context: object,
): Promise<{ readonly code: string; readonly field?: string; readonly message: string }> {
  const { body } = await client.invoke(moduleKey, call, payload, context);
  const { ok, error } = body as { ok?: boolean; error?: { code: string; field?: string; message: string } };
  if (ok !== false || !error) throw new Error(`${call} was not refused: ${JSON.stringify(body)}`);
  return error;
}
