import type { Actor } from '../kernel';
import { evaluate } from './expression/evaluate';
import type { AppManifest } from './manifest';

export interface ProductEvent {
  readonly eventType: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Actor | undefined;
}

export interface EventDelivery {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/** Events of the app itself, which name nobody beside their payload. */
const LIFE_CYCLE = 'avi:forge:';

/** What else decides whether an event reaches its function. */
export interface Circumstances {
  readonly licensed: boolean;
  /** Where a filter that cannot be worked out is told. */
  readonly onFilterError: (moduleKey: string, problem: unknown) => void;
}

type Trigger = AppManifest['triggers'][number];

/** Whether the event passes the trigger's expression; where it cannot be worked out, `onError` says. */
function passes({ key, filter }: Trigger, event: unknown, { onFilterError }: Circumstances): boolean {
  if (!filter) return true;
  try {
    return evaluate(filter.expression, { event }) === true;
  } catch (problem) {
    if (filter.onError.endsWith('_AND_LOG')) onFilterError(key, problem);
    return filter.onError.startsWith('RECEIVE');
  }
}

/** Larger product events never come. */
const EVENT_MAX_BYTES = 200 * 1024;

/** Which functions a product event reaches; `ignoreSelf` leaves out what the app itself caused. */
export function deliveriesOf(
  manifest: Pick<AppManifest, 'triggers'>,
  { eventType, payload, actor }: ProductEvent,
  circumstances: Circumstances,
): readonly EventDelivery[] {
  const selfGenerated = actor?.kind === 'app';
  if (Buffer.byteLength(JSON.stringify(payload)) > EVENT_MAX_BYTES) return [];
  return manifest.triggers
    .filter(({ events, ignoreSelf }) => events.includes(eventType) && !(ignoreSelf && selfGenerated))
    .filter(({ appIsLicensed }) => circumstances.licensed || !appIsLicensed)
    .filter((trigger) => passes(trigger, { ...payload, eventType, selfGenerated }, circumstances))
    .map(({ key, functionKey }) => ({
      moduleKey: key,
      functionKey,
      event: eventType.startsWith(LIFE_CYCLE)
        ? { ...payload, eventType }
        : {
            ...payload,
            eventType,
            selfGenerated,
            ...(actor?.kind === 'user' ? { atlassianId: actor.accountId } : {}),
          },
    }));
}
