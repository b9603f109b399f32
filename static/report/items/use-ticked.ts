import { useCallback, useMemo, useState } from 'react';
import type { Row } from '../rows/row';

/** Which of the items shown are selected. */
export interface Ticked {
  readonly has: (issueKey: string) => boolean;
  readonly count: number;
  readonly rows: readonly Row[];
  readonly toggle: (issueKey: string) => void;
  /** All that are shown, or none. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** What is not shown is not selected: nobody acts on what they do not see. */
export function useTicked(shown: readonly Row[]): Ticked {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => (keys.size === 0 ? [] : shown.filter(({ item }) => keys.has(item.issueKey))),
    [keys, shown],
  );
  const toggle = useCallback(
    (issueKey: string) =>
      setKeys((now) => {
        const next = new Set(now);
        if (!next.delete(issueKey)) next.add(issueKey);
        return next;
      }),
    [],
  );
  const clear = useCallback(() => setKeys(new Set()), []);
  const all = rows.length === shown.length;
  const toggleAll = useCallback(
    () => setKeys(new Set(all ? [] : shown.map(({ item }) => item.issueKey))),
    [all, shown],
  );
  const has = useCallback((issueKey: string) => keys.has(issueKey), [keys]);
  return { has, count: rows.length, rows, toggle, toggleAll, clear };
}
