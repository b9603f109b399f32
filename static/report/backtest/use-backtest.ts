import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../ui/call';
import { freshRun, replayPages, type Question, type Run } from './model/run';

export interface Backtest {
  /** Null until the first run. */
  readonly run: Run | null;
  readonly start: (question: Question) => void;
  /** Stops after the page that is on its way; what was replayed stays. */
  readonly cancel: () => void;
  readonly resume: () => void;
}

/** One backtest at a time. Leaving the page stops it. */
export function useBacktest(): Backtest {
  const [run, setRun] = useState<Run | null>(null);
  const working = useRef<AbortController | null>(null);
  const go = useCallback((from: Run) => {
    working.current?.abort();
    const own = new AbortController();
    working.current = own;
    void replayPages((input) => call('backtest/run', input), from, setRun, own.signal);
  }, []);
  const cancel = useCallback(() => {
    working.current?.abort();
    setRun((now) => now && { ...now, state: 'stopped' });
  }, []);
  useEffect(() => () => working.current?.abort(), []);
  return {
    run,
    start: useCallback((question) => go(freshRun(question)), [go]),
    cancel,
    resume: () => {
      if (run) go(run);
    },
  };
}
