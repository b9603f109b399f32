import type { CallKey, Input } from '../../src/contract/inputs';
import type { Success } from '../../src/contract/answers';
import { call, type Failure } from './call';

/** Commands whose fate is not known, by what they say: sent again, they go by the same name. */
const open = new Map<string, string>();

/** The calls that act and are no command of the charter: they take no name. */
const UNNAMED: readonly CallKey[] = ['reminder/send'];

/** Whether the command may have been carried out, and nobody knows. */
export const isUnknown = (
  answer: { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } },
): boolean => !answer.ok && ['connection-lost', 'unavailable', 'internal'].includes(answer.error.code);

/** The name under which a command goes: the same as long as nobody knows what became of it. */
export function nameOf(key: CallKey, input: object): string {
  const { seen: _seen, ...said }: { readonly seen?: unknown } = input;
  const asked = JSON.stringify([key, said]);
  const name = open.get(asked) ?? crypto.randomUUID();
  open.set(asked, name);
  return name;
}

/** To be called once it is known what became of a command. */
export function settle(name: string): void {
  for (const [asked, one] of open) if (one === name) open.delete(asked);
}

/** Sends a command under a name, so that sending it again after a lost answer carries it out once. Never throws. */
export async function give<K extends CallKey>(key: K, input: Input<K>): Promise<Success<K> | Failure> {
  if (UNNAMED.includes(key)) return call(key, input);
  const commandId = nameOf(key, input);
  const answer = await call(key, { ...input, commandId });
  if (!isUnknown(answer)) settle(commandId);
  return answer;
}
