import { z } from 'zod';
import type { AppParts } from './app-parts';
import type { Outcome } from './functions';
import { RETRY_DATA_MAX_BYTES } from './queue/limits';
import type { Origin } from './queue/origins';
import type { AsyncEvent, Delivery } from './queue/event';
import { backendContext } from './runtime';

/** What returning an InvocationError of @forge/events comes down to on the wire. */
const retrySchema = z.looseObject({
  _retry: z.literal(true),
  retryOptions: z
    .looseObject({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .optional(),
});

/** Hands one event to its consumer. A throw or a time-out is an app-level error, which Forge retries as well. */
export async function consume(needs: AppParts, event: AsyncEvent, origin?: Origin): Promise<Delivery> {
  const consumer = needs.manifest.consumers.find(({ queue }) => queue === event.queueName);
  if (consumer === undefined) return { kind: 'done' };
  const outcome = await needs.runner.run({
    kind: 'consumer',
    moduleKey: consumer.key,
    functionKey: consumer.functionKey,
    origin,
    event,
    context: backendContext(needs.installation, undefined, needs.licence()),
  });
  return deliveryOf(outcome);
}

/** Whether an event was dealt with or is to come again, from what its function did. */
export function deliveryOf(outcome: Outcome): Delivery {
  if (outcome.kind === 'timed-out') return { kind: 'retry', reason: 'FUNCTION_TIME_OUT' };
  if (outcome.kind === 'failed') return { kind: 'retry', reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' };
  const asked = retrySchema.safeParse(outcome.value);
  if (!asked.success) return { kind: 'done' };
  const { retryAfter, retryReason, retryData } = asked.data.retryOptions ?? {};
  const kept = Buffer.byteLength(JSON.stringify(retryData) ?? '') <= RETRY_DATA_MAX_BYTES;
  return {
    kind: 'retry',
    reason: retryReason ?? 'FUNCTION_RETRY_REQUEST',
    ...(retryAfter === undefined ? {} : { afterSeconds: Math.max(1, retryAfter) }),
    ...(retryData !== undefined && kept ? { data: retryData } : {}),
  };
}
