import { emptyCharter, type Charter } from './charter';
import { eventDefinitionOf } from './commands';
import type { CharterEvent } from './events';

/**
 * The charter after an event. Never refuses: what happened, happened.
 * An event type written by a newer version leaves the charter as it is.
 */
export const evolve = (charter: Charter, event: CharterEvent): Charter =>
  eventDefinitionOf(event)?.evolve(charter, event) ?? charter;

/** Replays a history from nothing. */
export const replay = (events: readonly CharterEvent[]): Charter => events.reduce(evolve, emptyCharter);
