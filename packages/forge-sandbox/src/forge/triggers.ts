import type { AppParts } from './app-parts';
import { deliveryOf } from './consumer';
import type { Outcome } from './functions';
import type { AsyncEvent, Delivery } from './queue/event';
import { backendContext } from './runtime';

/** Hands one product or life cycle event to its trigger, whose key is the name of its queue. */
export async function runTrigger(
  parts: AppParts,
  { queueName, body, retryContext }: AsyncEvent,
): Promise<Delivery> {
  const trigger = parts.manifest.triggers.find(({ key }) => key === queueName);
  if (trigger === undefined) return { kind: 'done' };
  const { retryCount, retryReason, retryData } = retryContext ?? {};
  const event =
    retryContext === undefined ? body : { ...body, retryContext: { retryCount, retryReason, retryData } };
  return deliveryOf(await run(parts, 'trigger', trigger.key, trigger.functionKey, event));
}

/** Fires a scheduled trigger. */
export function runSchedule(parts: AppParts, moduleKey: string, functionKey: string): Promise<Outcome> {
  const context = { cloudId: parts.installation.cloudId, moduleKey };
  return run(parts, 'schedule', moduleKey, functionKey, { context, contextToken: 'sandbox' });
}

function run(
  parts: AppParts,
  kind: 'schedule' | 'trigger',
  moduleKey: string,
  functionKey: string,
  event: unknown,
): Promise<Outcome> {
  const context = backendContext(parts.installation, undefined, parts.licence());
  return parts.runner.run({ kind, moduleKey, functionKey, event, context });
}
