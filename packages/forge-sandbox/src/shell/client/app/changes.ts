import { z } from 'zod';
import { boot } from './boot';

const pages = z.array(z.string());
type Listener = (page: string) => void;

const listeners = new Set<Listener>();
let source: EventSource | undefined;

/** Follows what is built anew, once for the whole page. Another process behind the address means another shell. */
const follow = (): EventSource => {
  const events = new EventSource('/sandbox/changes');
  let process: string | undefined;
  events.addEventListener('process', ({ data }: MessageEvent<string>) => {
    if (process !== undefined && process !== data) window.location.reload();
    process = data;
  });
  events.addEventListener('pages', ({ data }: MessageEvent<string>) => {
    for (const page of pages.parse(JSON.parse(data))) for (const listener of listeners) listener(page);
  });
  return events;
};

/** Hears which of the app's pages were built anew, where the stand-in watches for that. Returns how to stop. */
export const onPageBuilt = (listener: Listener): (() => void) => {
  if (!boot.watching) return () => undefined;
  source ??= follow();
  listeners.add(listener);
  return () => listeners.delete(listener);
};
