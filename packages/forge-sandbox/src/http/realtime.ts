import type { Context, Hono } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { z } from 'zod';
import { channelKey, type RealtimeEvent } from '../forge/realtime';
import type { Sandbox } from '../sandbox';
import { actorOf } from './auth';

const channel = z.strictObject({
  name: z.string().min(1),
  scope: z.record(z.string(), z.string()),
});
const publication = z.strictObject({
  channel,
  payload: z.union([z.string(), z.record(z.string(), z.unknown())]),
});
const channels = z.array(channel).min(1);

const refuse = (c: Context, status: 400 | 401 | 429, message: string) =>
  c.json({ ok: false, error: { code: 'REALTIME_REFUSED', message } }, status);

const write = (stream: SSEStreamingApi, { position, key, eventId, payload }: RealtimeEvent) =>
  stream.writeSSE({ id: String(position), data: JSON.stringify({ key, eventId, payload }) });

/** Positions after which a page wants to hear: where it lost its connection, and how far back a new listener asks. */
const startsOf = (c: Context, { realtime }: Sandbox) => {
  const since = c.req.header('last-event-id') ?? c.req.query('since');
  const seconds = c.req.query('replaySeconds');
  const replay = seconds === undefined ? realtime.latest : realtime.replayFrom(Number(seconds) || 0);
  const known = since === undefined ? realtime.latest : Number(since) || 0;
  // A position from before a restart says nothing about this process.
  return { start: Math.min(replay, known > realtime.latest ? 0 : known), replay };
};

/**
 * The server's half of `realtime`: `POST /sandbox/realtime` publishes as a person, `GET` streams what the channels in
 * `channels` (JSON) carry, as server-sent events. The first, `ready`, says from which position on a new listener hears.
 */
export function mountRealtime(app: Hono, sandbox: Sandbox): void {
  app.post('/sandbox/realtime', async (c) => {
    const actor = await actorOf(sandbox.jira, c.req.header('authorization'));
    if (actor?.kind !== 'user') return refuse(c, 401, 'Publishing needs a person.');
    const body = publication.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return refuse(c, 400, z.prettifyError(body.error));
    return c.json(sandbox.realtime.publish(body.data.channel, body.data.payload));
  });

  app.get('/sandbox/realtime', (c) => {
    const wanted = channels.safeParse(readJson(c.req.query('channels')));
    if (!wanted.success) return refuse(c, 400, z.prettifyError(wanted.error));
    if (!sandbox.realtime.admit()) return refuse(c, 429, 'Too many realtime operations in this second.');
    const keys = wanted.data.map(channelKey);
    const { start, replay } = startsOf(c, sandbox);
    return streamSSE(c, async (stream) => {
      let writing = stream.writeSSE({ event: 'ready', data: String(replay) });
      const tell = (event: RealtimeEvent): void => {
        writing = writing.then(() => write(stream, event));
      };
      const leave = sandbox.realtime.subscribe(keys, tell);
      for (const event of sandbox.realtime.since(keys, start)) tell(event);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      leave();
      await writing;
    });
  });
}

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
