import { z } from 'zod';
import type { Client } from './http';
import type { Channel, PublishResult, Realtime } from '../host/realtime';

const message = z.object({
  key: z.string(),
  payload: z.union([z.string(), z.record(z.string(), z.unknown())]),
});
const result = z.object({
  eventId: z.string().nullable(),
  eventTimestamp: z.string().nullable(),
  errors: z.array(z.string()).optional(),
});

const ADDRESS = '/sandbox/realtime';

/** One name per channel, as the server writes it. */
const keyOf = ({ name, scope }: Channel): string =>
  JSON.stringify([name, ...Object.entries(scope).sort(([left], [right]) => (left < right ? -1 : 1))]);

interface Listener {
  readonly channel: Channel;
  readonly key: string;
  hear(payload: unknown): unknown;
  /** Position of the last event it heard or needs not hear; unknown until the server said it listens. */
  heard?: number;
}

/**
 * The page's one connection to the installation's channels, shared by its frames: browsers open only few to a host.
 * It is given back while the page is hidden; what was said meanwhile is heard when the page shows again.
 */
const connection = () => {
  const listeners = new Set<Listener>();
  let source: EventSource | undefined;
  let opened: Promise<void> = Promise.resolve();

  const ready = (event: MessageEvent<string>) => {
    for (const listener of listeners) listener.heard ??= Number(event.data);
  };
  const receive = (event: MessageEvent<string>) => {
    const position = Number(event.lastEventId);
    const { key, payload } = message.parse(JSON.parse(event.data));
    for (const listener of listeners) {
      if (listener.key !== key || (listener.heard ?? 0) >= position) continue;
      listener.heard = position;
      listener.hear(payload);
    }
  };
  const addressNow = (replaySeconds: number | undefined): string => {
    const distinct = new Map([...listeners].map(({ key, channel }) => [key, channel]));
    const query = new URLSearchParams({ channels: JSON.stringify([...distinct.values()]) });
    const heard = [...listeners].flatMap((listener) => listener.heard ?? []);
    if (heard.length > 0) query.set('since', String(Math.min(...heard)));
    if (replaySeconds !== undefined) query.set('replaySeconds', String(replaySeconds));
    return `${ADDRESS}?${query}`;
  };

  const open = (replaySeconds?: number): Promise<void> => {
    source?.close();
    source = undefined;
    if (listeners.size === 0 || document.hidden) return (opened = Promise.resolve());
    const next = new EventSource(addressNow(replaySeconds));
    source = next;
    next.addEventListener('message', receive);
    opened = new Promise((resolve, reject) => {
      next.addEventListener('ready', (event: MessageEvent<string>) => {
        ready(event);
        resolve();
      });
      next.addEventListener('error', () => {
        // A lost connection comes back by itself; one that was refused does not.
        if (next.readyState === EventSource.CLOSED) reject(new Error('The channel could not be opened.'));
      });
    });
    return opened;
  };
  const reopen = () => void open().catch(() => undefined);
  document.addEventListener('visibilitychange', reopen);

  return {
    add: (listener: Listener, replaySeconds: number | undefined) => {
      listeners.add(listener);
      return open(replaySeconds);
    },
    remove: (listener: Listener) => {
      listeners.delete(listener);
      if (![...listeners].some(({ key }) => key === listener.key)) reopen();
    },
  };
};

let shared: ReturnType<typeof connection> | undefined;

/** Channels as one person uses them. */
export const realtimeOf = (client: Client): Realtime => ({
  publish: (channel, payload): Promise<PublishResult> =>
    client.send('POST', ADDRESS, { channel, payload }, result),
  subscribe: async (channel, hear, replaySeconds) => {
    shared ??= connection();
    const { add, remove } = shared;
    const listener: Listener = { channel, key: keyOf(channel), hear };
    await add(listener, replaySeconds);
    return () => remove(listener);
  },
});
