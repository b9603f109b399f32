type Listener = (payload: unknown) => unknown;

/** The page's event bus: every frame of the app hears what any of them emits. */
const listeners = new Map<string, Set<Listener>>();

export const emitEvent = (event: string, payload: unknown): void => {
  for (const listener of listeners.get(event) ?? []) void listener(payload);
};

export const onEvent = (event: string, listener: Listener): (() => void) => {
  const known = listeners.get(event) ?? new Set<Listener>();
  listeners.set(event, known.add(listener));
  return () => void known.delete(listener);
};
