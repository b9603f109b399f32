import { z } from 'zod';
import {
  DELAY_MAX_S,
  LONG_CONSUMER_MS,
  LONG_EVENT_MAX_BYTES,
  PUSH_MAX_BYTES,
  PUSH_MAX_EVENTS,
} from './limits';
import type { NotTaken, Origin, PushLimits } from './origins';
import type { EventQueue } from './queue';

export interface QueueAnswer {
  readonly status: number;
  readonly body?: unknown;
}

const PREFIX = '/webhook/queue/';
/** Braces as they stand: the platform's proxy, not the SDK, fills them in. */
const SUFFIX = '/{contextAri}/{environmentId}/{appId}/{appVersion}';

const pushSchema = z.strictObject({
  queueName: z.string().regex(/^[a-zA-Z0-9\-_]+$/),
  jobId: z.string().min(1),
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: z
    .array(
      z.strictObject({
        body: z.record(z.string(), z.unknown()),
        delayInSeconds: z.number().min(0).max(DELAY_MAX_S).optional(),
        concurrency: z.strictObject({ key: z.string().min(1), limit: z.number().int().min(1) }).optional(),
      }),
    )
    .min(1)
    .max(PUSH_MAX_EVENTS),
  time: z.string(),
});
const jobSchema = z.strictObject({ queueName: z.string(), jobId: z.string().min(1), time: z.string() });

export function isQueuePath(path: string): boolean {
  return path.startsWith(PREFIX);
}

/** Queues that a consumer reads, and how long it may take, in milliseconds. */
export type Queues = ReadonlyMap<string, number>;

/** Who pushes, and what counts it. */
export interface Pushing {
  readonly limits: PushLimits;
  readonly origin: Origin;
}

/** The SDK makes InvocationLimitReachedError of 405 and RateLimitError of 429; what it gets after a deployment is our reading. */
const REFUSALS: Readonly<Record<NotTaken, QueueAnswer>> = {
  'invocation-limit': { status: 405, body: { message: 'The invocation limit is reached.' } },
  'rate-limit': { status: 429, body: { message: 'Too many events in a minute.' } },
  'former-version': { status: 400, body: { message: 'This version of the app is no longer installed.' } },
};

/** Answers one request of @forge/events' Queue. */
export function answerQueue(
  queue: EventQueue,
  queues: Queues,
  path: string,
  text: string,
  pushing: Pushing,
): QueueAnswer {
  const action =
    path.startsWith(PREFIX) && path.endsWith(SUFFIX) ? path.slice(PREFIX.length, -SUFFIX.length) : '';
  if (action === 'publish') return publish(queue, queues, text, pushing);
  if (action !== 'stats' && action !== 'cancel')
    return { status: 404, body: { message: `No queue call ${path}.` } };
  const parsed = jobSchema.safeParse(parseBody(text));
  if (!parsed.success) return { status: 400, body: { message: z.prettifyError(parsed.error) } };
  const { jobId } = parsed.data;
  if (action === 'cancel') return queue.cancel(jobId) ? { status: 204 } : unknownJob(jobId);
  const stats = queue.stats(jobId);
  return stats === undefined ? unknownJob(jobId) : { status: 200, body: stats };
}

function publish(queue: EventQueue, queues: Queues, text: string, { limits, origin }: Pushing): QueueAnswer {
  const parsed = pushSchema.safeParse(parseBody(text));
  if (!parsed.success) return { status: 400, body: { message: z.prettifyError(parsed.error) } };
  const { queueName, jobId, payload } = parsed.data;
  if (Buffer.byteLength(JSON.stringify(payload)) > PUSH_MAX_BYTES) {
    return { status: 413, body: { errorMessage: 'The maximum payload size is 200KB.' } };
  }
  // On Forge such events would vanish; here that is always a mistake.
  if (!queues.has(queueName))
    return { status: 400, body: { message: `No consumer reads the queue ${queueName}.` } };
  const isLong = (queues.get(queueName) ?? 0) > LONG_CONSUMER_MS;
  const longest = Math.max(...payload.map((event) => Buffer.byteLength(JSON.stringify(event))));
  if (isLong && longest > LONG_EVENT_MAX_BYTES)
    return {
      status: 413,
      body: { errorMessage: 'The maximum size of an event for this consumer is 100KB.' },
    };
  const notTaken = limits.take(origin, payload.length);
  if (notTaken !== undefined) return REFUSALS[notTaken];
  queue.push(queueName, jobId, payload, origin);
  return { status: 201, body: {} };
}

function unknownJob(jobId: string): QueueAnswer {
  return { status: 404, body: { message: `No job ${jobId}.` } };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
