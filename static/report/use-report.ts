import { useCallback, useEffect, useState } from 'react';
import { call } from '../ui/call';
import { loadPages, nothingLoaded, shownWhile, type Loaded } from './model/load';
import type { Scope } from './model/view-state';

export interface Report {
  readonly loaded: Loaded;
  /** Goes on where a failed page stopped. */
  readonly resume: () => void;
  /** Loads everything anew; what is shown stays until the first new rows are there. */
  readonly refresh: () => void;
}

interface OfScope {
  readonly scope: Scope;
  readonly loaded: Loaded;
}

/** The report of a scope, page by page. Leaving the page or the scope stops it. */
export function useReport(scope: Scope): Report {
  const [shown, setShown] = useState<OfScope>({ scope, loaded: nothingLoaded });
  const [run, setRun] = useState<OfScope>({ scope, loaded: nothingLoaded });
  const loaded = shown.scope === scope ? shown.loaded : nothingLoaded;

  useEffect(() => {
    const leaving = new AbortController();
    const start = run.scope === scope ? run.loaded : nothingLoaded;
    const tell = (next: Loaded) =>
      setShown((now) => ({
        scope,
        loaded: now.scope === scope ? shownWhile(now.loaded, next) : next,
      }));
    void loadPages((input) => call('report/page', input), scope, start, tell, leaving.signal);
    return () => leaving.abort();
  }, [scope, run]);

  const resume = useCallback(() => setRun({ scope, loaded }), [scope, loaded]);
  const refresh = useCallback(() => setRun({ scope, loaded: nothingLoaded }), [scope]);
  return { loaded, resume, refresh };
}
