import { emptyCharter, type Charter } from './charter';
import { eventDefinitionOf } from './commands';
import type { CharterEvent } from './events';
import { actedOn, asked } from './reach';
import { released } from './release';

/**
 * The charter after an event. Never refuses: what happened, happened.
 * An event type written by a newer version leaves the charter as it is.
 */
export function evolve(charter: Charter, event: CharterEvent): Charter {
  const definition = eventDefinitionOf(event);
  if (!definition) return charter;
  const { tracked: _tracked, ...said } = event;
  const after = actedOn(released(charter, definition.evolve(charter, said), event.at), event);
  return definition.puts === undefined && definition.asksBack === undefined ? after : asked(after, event);
}

/** Replays a history from nothing. */
export const replay = (events: readonly CharterEvent[]): Charter => events.reduce(evolve, emptyCharter);
