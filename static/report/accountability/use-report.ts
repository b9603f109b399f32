import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportItem } from '../../../src/contract/answers';
import { call } from '../../ui/call';
import type { People } from '../../ui/person';
import { loadPages, nothingLoaded, shownWhile, withItems, type Loaded } from './model/load';
import { toRow, type Row } from '../rows/row';
import type { Scope } from '../view/view-state';
import { runWhileVisible } from './run-while-visible';

export interface Report {
  readonly loaded: Loaded;
  /** Goes on where a failed page stopped. */
  readonly resume: () => void;
  /** Loads everything anew; what is shown stays until the first new rows are there. */
  readonly refresh: () => void;
  /** Puts items in place as they are after something was done to them. */
  readonly replace: (items: readonly ReportItem[], people: People) => void;
}

interface OfScope {
  readonly scope: Scope;
  readonly loaded: Loaded;
}

/** The report of a scope, page by page. Leaving the page or the scope stops it. */
export function useReport(scope: Scope): Report {
  const [shown, setShown] = useState<OfScope>({ scope, loaded: nothingLoaded });
  const [run, setRun] = useState<OfScope>({ scope, loaded: nothingLoaded });
  // Pages under way know nothing of what was done meanwhile.
  const changed = useRef<ReadonlyMap<string, Row>>(new Map());
  const loaded = shown.scope === scope ? shown.loaded : nothingLoaded;

  useEffect(() => {
    let reached = run.scope === scope ? run.loaded : nothingLoaded;
    const tell = (next: Loaded) => {
      reached = next;
      setShown((now) => ({
        scope,
        loaded: withItems(now.scope === scope ? shownWhile(now.loaded, next) : next, changed.current),
      }));
    };
    return runWhileVisible((signal) => {
      // Coming back to what was done or failed begins nothing.
      const waits = reached.state.kind === 'failed' && reached.state.problem.again !== undefined;
      if (reached.state.kind !== 'loading' && !waits && reached !== run.loaded) return;
      void loadPages((input) => call('report/page', input), scope, reached, tell, signal);
    });
  }, [scope, run]);

  const resume = useCallback(() => setRun({ scope, loaded }), [scope, loaded]);
  const refresh = useCallback(() => {
    changed.current = new Map();
    setRun({ scope, loaded: nothingLoaded });
  }, [scope]);
  const replace = useCallback((items: readonly ReportItem[], people: People) => {
    const rows = items.map((item): [string, Row] => [item.issueKey, toRow(item, people)]);
    changed.current = new Map([...changed.current, ...rows]);
    setShown((now) => ({ ...now, loaded: withItems(now.loaded, changed.current) }));
  }, []);
  return { loaded, resume, refresh, replace };
}
