import { useSyncExternalStore } from 'react';

export type FlagKind = 'info' | 'success' | 'warning' | 'error';

/** A message in the corner, as Jira's flags. */
export interface Flag {
  readonly id: string;
  readonly kind: FlagKind;
  readonly title: string;
  readonly description?: string | undefined;
  readonly actions?: readonly { readonly text: string; readonly onClick: () => unknown }[] | undefined;
  readonly autoDismiss: boolean;
}

const createStore = <T>(initial: T) => {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next: T) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const flags = createStore<readonly Flag[]>([]);
const announcement = createStore('');
const KEPT = 'sandbox.flag';
const DISMISS_AFTER_MS = 8000;

export const closeFlag = (id: string): boolean => {
  const rest = flags.get().filter((flag) => flag.id !== id);
  const found = rest.length < flags.get().length;
  flags.set(rest);
  return found;
};

/** Shows a flag; one with the same id is replaced. */
export const showFlag = (flag: Flag): void => {
  flags.set([flag, ...flags.get().filter((other) => other.id !== flag.id)]);
  if (flag.autoDismiss) setTimeout(() => closeFlag(flag.id), DISMISS_AFTER_MS);
};

export const notify = (kind: FlagKind, title: string, description?: string): void =>
  showFlag({ id: `shell-${Date.now()}`, kind, title, description, autoDismiss: kind !== 'error' });

/** Shows what went wrong, in the error's own words. */
export const notifyFailure = (title: string, error: unknown): void =>
  notify('error', title, error instanceof Error ? error.message : String(error));

/** Says a result to people who do not see it happen. */
export const announce = (text: string): void => {
  // A region that does not change is not read again.
  announcement.set(announcement.get() === text ? `${text}\u00a0` : text);
};

/** Reloads the page and shows a flag after it. */
export const reloadWith = (title: string, description?: string, url = location.href): void => {
  sessionStorage.setItem(KEPT, JSON.stringify([title, description]));
  if (url === location.href) location.reload();
  else location.assign(url);
};

/** Shows what {@link reloadWith} left for this page. */
export const showKept = (): void => {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  sessionStorage.removeItem(KEPT);
  if (!Array.isArray(kept) || typeof kept[0] !== 'string') return;
  notify('success', kept[0], typeof kept[1] === 'string' ? kept[1] : undefined);
};

export const useFlags = () => useSyncExternalStore(flags.subscribe, flags.get);
export const useAnnouncement = () => useSyncExternalStore(announcement.subscribe, announcement.get);
