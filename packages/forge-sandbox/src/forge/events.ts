import type { Actor } from '../kernel';
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

/** Which functions a product event reaches; `ignoreSelf` leaves out what the app itself caused. */
export function deliveriesOf(
  manifest: Pick<AppManifest, 'triggers'>,
  { eventType, payload, actor }: ProductEvent,
): readonly EventDelivery[] {
  const selfGenerated = actor?.kind === 'app';
  return manifest.triggers
    .filter(({ events, ignoreSelf }) => events.includes(eventType) && !(ignoreSelf && selfGenerated))
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
