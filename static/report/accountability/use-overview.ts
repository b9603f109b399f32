import { useEffect, useMemo, useState } from 'react';
import type { DriftView } from '../../../src/contract/drift';
import { useSurroundings } from '../../ui/surroundings';
import { projectKeyOf } from '../project';
import { headline } from '../rows/headline';
import type { Scope } from '../view/view-state';
import { useQuarter } from './use-quarter';
import { useReport } from './use-report';

/**
 * What the overview shows of a scope: the items, their three figures, the quarter, and what drifts once that is told.
 *
 * @param soon fetches what is likely to be opened next
 */
export function useOverview(scope: Scope, soon: () => Promise<unknown>) {
  const projectKey = projectKeyOf(useSurroundings().extension);
  const report = useReport(scope);
  const { rows, state } = report.loaded;
  const [drift, setDrift] = useState<DriftView | null>(null);
  const figures = useMemo(() => headline(rows), [rows]);
  const [attempt, setAttempt] = useState(0);
  const quarter = useQuarter(projectKey, state.kind === 'done' && !figures.undecided, attempt);
  useEffect(() => {
    // It is there before anybody opens it.
    void soon().catch(() => undefined);
  }, [soon]);
  const refresh = () => {
    setAttempt((before) => before + 1);
    report.refresh();
  };
  const sentences = useMemo(() => drift?.signals.map(({ insight }) => insight) ?? [], [drift]);
  return { projectKey, report: { ...report, refresh }, figures, quarter, drift, setDrift, sentences };
}
