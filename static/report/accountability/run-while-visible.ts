/** How long a page may lie behind another tab before its work stops. */
const TIMEOUT_MS = 60_000;

interface Place {
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/**
 * Runs work while somebody is there. Leaving the page stops it at once, a tab left in the background after a minute;
 * whoever comes back finds it going on. Returns how to stop for good.
 */
export function runWhileVisible(
  work: (signal: AbortSignal) => void,
  { document, window }: Place = globalThis,
): () => void {
  let run: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = (): void => {
    clearTimeout(timer);
    if (run) return;
    run = new AbortController();
    work(run.signal);
  };
  const stop = (): void => {
    clearTimeout(timer);
    run?.abort();
    run = null;
  };
  const look = (): void => {
    if (document.visibilityState === 'visible') return start();
    clearTimeout(timer);
    timer = setTimeout(stop, TIMEOUT_MS);
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pagehide', stop);
  window.addEventListener('pageshow', start);
  start();
  return () => {
    stop();
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pagehide', stop);
    window.removeEventListener('pageshow', start);
  };
}
