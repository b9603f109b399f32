import { ok, type Result } from '../result';
import { emptyCharter, type Charter } from './charter';
import { definitionOf, eventDefinitionOf, type CharterCommand } from './commands';
import type { CharterEvent } from './events';
import { evolve } from './evolve';
import type { Facts } from './facts';
import type { Refusal } from './rejection';
import { takenOver } from './stand-in';

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
  const definition = definitionOf(command);
  // Whoever stands in answers in their own name.
  const taken = takenOver(charter, command, facts);
  const decided = definition.decide(taken ? evolve(charter, taken) : charter, command, facts);
  if (!decided.ok) return decided;
  const events = taken ? [taken, ...decided.value] : decided.value;
  if (!facts.tracksReach) return ok(events);
  return ok(events.map((event) => (asks(event) ? { ...event, tracked: true } : event)));
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
