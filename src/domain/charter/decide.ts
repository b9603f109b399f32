import { ok, type Result } from '../result';
import { emptyCharter, type Charter } from './charter';
import { definitionOf, eventDefinitionOf, type CharterCommand } from './commands';
import type { CharterEvent } from './events';
import { evolve } from './evolve';
import type { Facts } from './facts';
import type { Refusal } from './rejection';

/**
 * What a command means for a charter: the events it causes, or why it is refused.
 * Pure: the same charter, command and facts always decide the same.
 *
 * @example
 * decide(emptyCharter, { type: 'accept-dri' }, facts) // { ok: false, error: { code: 'no-nomination' } }
 */
export function decide(
  charter: Charter,
  command: CharterCommand,
  facts: Facts,
): Result<readonly CharterEvent[], Refusal> {
  const decided = definitionOf(command).decide(charter, command, facts);
  if (!decided.ok || !facts.tracksReach) return decided;
  return ok(decided.value.map((event) => (asks(event) ? { ...event, tracked: true } : event)));
}

function asks(event: CharterEvent): boolean {
  const definition = eventDefinitionOf(event);
  return definition?.puts !== undefined || definition?.asksBack === true;
}

/** The charter a command would lead to, for showing consequences before the click. */
export function preview(
  charter: Charter | null,
  command: CharterCommand,
  facts: Facts,
): Result<Charter, Refusal> {
  const before = charter ?? emptyCharter;
  const decided = decide(before, command, facts);
  return decided.ok ? ok(decided.value.reduce(evolve, before)) : decided;
}
