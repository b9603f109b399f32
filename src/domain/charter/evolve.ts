import { emptyCharter, type Charter } from './charter';
import { eventDefinitionOf } from './commands';
import type { CharterEvent } from './events';
import { released } from './release';

/**
 * The charter after an event. Never refuses: what happened, happened.
 * An event type written by a newer version leaves the charter as it is.
 */
export function evolve(charter: Charter, event: CharterEvent): Charter {
  const definition = eventDefinitionOf(event);
  return definition ? released(charter, definition.evolve(charter, event), event.at) : charter;
}

/** Replays a history from nothing. */
export const replay = (events: readonly CharterEvent[]): Charter => events.reduce(evolve, emptyCharter);
