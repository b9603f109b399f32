import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: Error };

/**
 * Loads once and again whenever `key` changes or `reload` is called. A reload keeps showing what was there;
 * an answer that arrives after a newer question is dropped.
 */
export const useLoad = <T>(key: string, load: () => Promise<T>): [Loaded<T>, () => Promise<void>] => {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const asked = useRef(0);
  const latest = useRef(load);
  latest.current = load;

  const run = useCallback(async () => {
    const turn = ++asked.current;
    try {
      const value = await latest.current();
      if (turn === asked.current) setLoaded({ state: 'ready', value });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (turn === asked.current) setLoaded({ state: 'failed', error });
    }
  }, []);

  useEffect(() => {
    setLoaded({ state: 'loading' });
    void run();
  }, [key, run]);

  return [loaded, run];
};
