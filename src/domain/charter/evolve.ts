import { emptyCharter, type Charter } from './charter';
import { eventDefinitionOf } from './commands';
import type { CharterEvent } from './events';
import { released } from './release';
import { withSlips } from './undo/slips';

/**
 * The charter after an event. Never refuses: what happened, happened.
 * An event type written by a newer version leaves the charter as it is.
 */
export function evolve(charter: Charter, event: CharterEvent): Charter {
  const definition = eventDefinitionOf(event);
  if (!definition) return charter;
  return withSlips(
    charter,
    released(charter, definition.evolve(charter, event), event.at),
    event,
    definition,
  );
}

/** Replays a history from nothing. */
export const replay = (events: readonly CharterEvent[]): Charter => events.reduce(evolve, emptyCharter);
