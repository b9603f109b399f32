import { realtime } from '@forge/bridge';

/** One name for all panels; Forge keeps it to this app's panel on this one work item. */
const CHANNEL = 'charter';

/** How many history entries the sender knows of; null for anything that does not say so. Never shown, never trusted further. */
function seenIn(unverified: unknown): number | null {
  const payload: unknown = typeof unverified === 'string' ? safely(unverified) : unverified;
  if (typeof payload !== 'object' || payload === null || !('seen' in payload)) return null;
  return typeof payload.seen === 'number' ? payload.seen : null;
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Tells other windows on the same work item that it changed. Where that cannot be told, they look when they are seen. */
export function tellOthers(seen: number): void {
  try {
    void realtime.publish(CHANNEL, { seen }).catch(() => undefined);
  } catch {
    // A host without the channel: as above.
  }
}

/** Hears what other windows tell, until the returned function is called. Silent where there is no channel. */
export function hearOthers(heard: (seen: number) => void): () => void {
  let stopped = false;
  let stop = () => {
    stopped = true;
  };
  const listen = async () => {
    const subscription = await realtime.subscribe(CHANNEL, (payload, error) => {
      const seen = error === undefined ? seenIn(payload) : null;
      if (seen !== null && !stopped) heard(seen);
    });
    if (stopped) return subscription.unsubscribe();
    stop = () => {
      stopped = true;
      void subscription.unsubscribe().catch(() => undefined);
    };
    return undefined;
  };
  void listen().catch(() => undefined);
  return () => stop();
}
