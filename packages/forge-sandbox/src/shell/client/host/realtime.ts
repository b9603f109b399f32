import { z } from 'zod';
import type { Extension } from '../../../modules/shown';
import type { Commands } from './frame-host';

/** A channel's name and what binds it: module and place by default, the overridden properties, or nothing. */
export interface Channel {
  readonly name: string;
  readonly scope: Readonly<Record<string, string>>;
}

export interface PublishResult {
  readonly eventId: string | null;
  readonly eventTimestamp: string | null;
  readonly errors?: readonly string[] | undefined;
}

/** What the bridge needs of the connection to the server. */
export interface Realtime {
  publish(channel: Channel, payload: string | Readonly<Record<string, unknown>>): Promise<PublishResult>;
  /** Resolves once events are heard, with the way to stop. */
  subscribe(
    channel: Channel,
    hear: (payload: unknown) => unknown,
    replaySeconds: number | undefined,
  ): Promise<() => void>;
}

const options = z
  .object({
    replaySeconds: z.number().min(0).optional(),
    token: z.string().optional(),
    contextOverrides: z.array(z.string()).optional(),
  })
  .optional();
const address = z.object({ channelName: z.string().min(1), isGlobal: z.boolean().optional(), options });
const publication = address.extend({
  eventPayload: z.union([z.string(), z.record(z.string(), z.unknown())]),
});
const subscription = address.extend({
  onEvent: z.custom<(payload: unknown) => unknown>((value) => typeof value === 'function'),
});

const PLACES = ['board', 'issue', 'project'] as const;
const identity = z.object({ id: z.union([z.string(), z.number()]).optional(), key: z.string().optional() });

const idOf = (extension: Extension, place: string): string | undefined => {
  const { id, key } = identity.safeParse(extension[place]).data ?? {};
  return id === undefined ? key : String(id);
};

/**
 * Reads which channel a call of the app's page means. Overrides replace the module's context altogether; an empty
 * list is the same as a global channel. Throws for tokens and for properties that this place does not have.
 */
export const channelOf = (data: unknown, moduleKey: string, extension: Extension): Channel => {
  const { channelName: name, isGlobal, options: given } = address.parse(data);
  if (given?.token !== undefined) throw new Error('The Jira stand-in knows no realtime tokens.');
  const overrides = given?.contextOverrides;
  if (overrides === undefined && isGlobal === true) return { name, scope: {} };
  const places = overrides ?? PLACES.filter((place) => idOf(extension, place) !== undefined);
  const scope = Object.fromEntries(
    places.map((place) => {
      const id = idOf(extension, place);
      if (id === undefined) throw new Error(`There is no ${place} in the context of ${moduleKey} here.`);
      return [place, id];
    }),
  );
  return { name, scope: overrides === undefined ? { module: moduleKey, ...scope } : scope };
};

/** The realtime commands of one frame, and the end of everything it listens to. */
export const realtimeCommands = (
  realtime: Realtime,
  place: () => { readonly moduleKey: string; readonly extension: Extension },
): { readonly commands: Commands; close(): void } => {
  const open = new Set<() => void>();
  const channel = (data: unknown): Channel => channelOf(data, place().moduleKey, place().extension);
  return {
    commands: {
      publishRealtimeChannel: (data) => realtime.publish(channel(data), publication.parse(data).eventPayload),
      subscribeRealtimeChannel: async (data) => {
        const { onEvent, options: given } = subscription.parse(data);
        const leave = await realtime.subscribe(channel(data), onEvent, given?.replaySeconds);
        open.add(leave);
        return {
          unsubscribe: () => {
            open.delete(leave);
            leave();
          },
        };
      },
    },
    close: () => {
      for (const leave of open) leave();
      open.clear();
    },
  };
};
