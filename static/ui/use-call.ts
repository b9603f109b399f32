import { useCallback, useEffect, useRef, useState } from 'react';
import type { Success } from '../../src/contract/answers';
import type { CallKey, Input } from '../../src/contract/inputs';
import { call, type Failure, type Problem } from './call';
import { useAgain } from './use-again';

export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  /** `stale`: the latest refresh failed; what is shown is the answer before it. */
  | {
      readonly status: 'ready';
      readonly data: T;
      readonly refreshing: boolean;
      readonly stale: Problem | null;
    };

export interface Live<T> {
  readonly loaded: Loaded<T>;
  readonly reload: () => Promise<void>;
  /** Puts a newer answer in place, for example the one a command gave. */
  readonly replace: (data: T) => void;
}

/**
 * Calls when first shown, again on `reload`. What is on the screen stays while a refresh runs or fails.
 * `first` is a call already under way, so that the question can leave before React has started.
 */
export function useCall<K extends CallKey>(
  key: K,
  input: Input<K>,
  first?: Promise<Success<K> | Failure>,
): Live<Success<K>> {
  const [loaded, setLoaded] = useState<Loaded<Success<K>>>({ status: 'loading' });
  const latest = useRef(0);
  const started = useRef(first);
  const question = JSON.stringify(input);

  const load = useCallback(async () => {
    const turn = ++latest.current;
    setLoaded((now) => (now.status === 'ready' ? { ...now, refreshing: true } : { status: 'loading' }));
    const early = started.current;
    started.current = undefined;
    const answer = await (early ?? call(key, JSON.parse(question) as Input<K>));
    // A later reload, or a command's answer, is newer than this one.
    if (turn !== latest.current) return;
    setLoaded((now) => {
      if (answer.ok) return { status: 'ready', data: answer, refreshing: false, stale: null };
      const gone = answer.error.code === 'not-found';
      if (now.status === 'ready' && !gone) return { ...now, refreshing: false, stale: answer.error };
      return { status: 'failed', problem: answer.error };
    });
  }, [key, question]);

  useEffect(() => {
    void load();
  }, [load]);
  useAgain(loaded.status === 'failed' ? loaded.problem : null, load);

  const replace = useCallback((data: Success<K>) => {
    latest.current += 1;
    setLoaded({ status: 'ready', data, refreshing: false, stale: null });
  }, []);

  return { loaded, reload: load, replace };
}
