import { randomUUID } from 'node:crypto';
import type { Clock } from '../kernel';

/** Operations (publish and subscribe together) one installation gets in a second. */
export const REALTIME_OPERATIONS_PER_SECOND = 50;
/** How far back a page that lost its connection can be brought up to date. */
const KEPT_EVENTS = 1000;

/**
 * Where events of a channel are heard: its name and the properties of the context it is bound to. The order of the
 * properties is of no account; without any the channel is global.
 */
export interface Channel {
  readonly name: string;
  readonly scope: Readonly<Record<string, string>>;
}

export interface RealtimeEvent {
  /** Grows with every event. */
  readonly position: number;
  readonly eventId: string;
  /** Simulated time, milliseconds since the epoch. */
  readonly at: number;
  readonly key: string;
  readonly payload: string | Readonly<Record<string, unknown>>;
}

/** What `realtime.publish` answers: ids are null when nobody listens or when it was refused. */
export interface PublishResult {
  readonly eventId: string | null;
  readonly eventTimestamp: string | null;
  readonly errors?: readonly string[];
}

export const channelKey = ({ name, scope }: Channel): string =>
  JSON.stringify([name, ...Object.entries(scope).sort(([left], [right]) => (left < right ? -1 : 1))]);

/** The installation's realtime channels: passes what one browser publishes on to all that listen. */
export class Realtime {
  private readonly listeners = new Map<string, Set<(event: RealtimeEvent) => void>>();
  private events: RealtimeEvent[] = [];
  private operations: number[] = [];
  private position = 0;

  /** @param elapsed real milliseconds, which the limit counts in: simulated time may stand still */
  constructor(
    private readonly clock: Clock,
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** The position of the latest event. */
  get latest(): number {
    return this.position;
  }

  /** Counts one operation; false when this second has had its share. */
  admit(): boolean {
    const now = this.elapsed();
    this.operations = this.operations.filter((at) => at > now - 1000);
    if (this.operations.length >= REALTIME_OPERATIONS_PER_SECOND) return false;
    this.operations.push(now);
    return true;
  }

  publish(channel: Channel, payload: RealtimeEvent['payload']): PublishResult {
    if (!this.admit()) {
      const limit = `${REALTIME_OPERATIONS_PER_SECOND} operations per second`;
      return { eventId: null, eventTimestamp: null, errors: [`Rate limit exceeded: ${limit}.`] };
    }
    const key = channelKey(channel);
    const event = { position: ++this.position, eventId: randomUUID(), at: this.clock.now(), key, payload };
    this.events = [...this.events, event].slice(-KEPT_EVENTS);
    const heard = this.listeners.get(key);
    for (const listener of heard ?? []) listener(event);
    if (heard === undefined) return { eventId: null, eventTimestamp: null };
    return { eventId: event.eventId, eventTimestamp: String(event.at) };
  }

  /** Hears every later event of these channels until the returned function is called. */
  subscribe(keys: readonly string[], listener: (event: RealtimeEvent) => void): () => void {
    for (const key of keys) this.listeners.set(key, (this.listeners.get(key) ?? new Set()).add(listener));
    return () => {
      for (const key of keys) {
        const known = this.listeners.get(key);
        known?.delete(listener);
        if (known?.size === 0) this.listeners.delete(key);
      }
    };
  }

  /** What these channels carried after a position. */
  since(keys: readonly string[], position: number): readonly RealtimeEvent[] {
    return this.events.filter((event) => event.position > position && keys.includes(event.key));
  }

  /** Position before the first event that is at most so old, in simulated seconds. */
  replayFrom(seconds: number): number {
    const earliest = this.clock.now() - seconds * 1000;
    const first = this.events.find(({ at }) => at >= earliest);
    return first === undefined ? this.position : first.position - 1;
  }

  /** Forgets what was said; who listens keeps listening. */
  clear(): void {
    this.events = [];
    this.operations = [];
  }
}
