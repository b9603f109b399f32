import { emptyCharter, type Charter } from './charter';
import { eventDefinitionOf } from './commands';
import type { CharterEvent } from './events';
import { actedOn, asked } from './reach';
import { released } from './release';
import { withSlips } from './undo/slips';

/**
 * The charter after an event. Never refuses: what happened, happened.
 * An event type written by a newer version leaves the charter as it is.
 */
export function evolve(charter: Charter, event: CharterEvent): Charter {
  const definition = eventDefinitionOf(event);
  if (!definition) return charter;
  const { tracked: _tracked, ...said } = event;
  const after = actedOn(released(charter, definition.evolve(charter, said), event.at), event);
  const isAsked = definition.puts !== undefined || definition.asksBack !== undefined;
  return withSlips(charter, isAsked ? asked(after, event) : after, event, definition);
}

/** Replays a history from nothing. */
export const replay = (events: readonly CharterEvent[]): Charter => events.reduce(evolve, emptyCharter);
