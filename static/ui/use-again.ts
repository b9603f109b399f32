import { useEffect } from 'react';
import type { Problem } from './call';
import { useLatest } from './use-latest';
import { napMs } from './wait-for';

/** Asks again by itself what was refused for now, when it may be asked. */
export function useAgain(problem: Problem | null, ask: () => unknown): void {
  const latest = useLatest(ask);
  useEffect(() => {
    const ms = problem === null ? undefined : napMs(problem);
    if (ms === undefined) return;
    const timer = setTimeout(() => latest.current?.(), ms);
    return () => clearTimeout(timer);
  }, [problem, latest]);
}
