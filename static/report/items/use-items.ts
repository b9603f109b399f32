import { isLapsed } from '../../ui/licence';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useAnnounce } from '../../ui/announcer';
import { useText } from '../../ui/text';
import type { Loaded } from '../accountability/model/load';
import type { ViewState } from '../view/view-state';
import { filtered } from '../rows/filter';
import { sorted } from '../rows/order';
import { useTicked } from './use-ticked';

/** The rows a view shows of what is loaded, and those of them the reader chose. */
export function useItems({ rows, state }: Loaded, view: ViewState) {
  const t = useText();
  const announce = useAnnounce();
  // Typing stays ahead of a table of thousands.
  const asked = useDeferredValue(view);
  const shown = useMemo(() => sorted(filtered(rows, asked), asked.sort), [rows, asked]);
  const ticked = useTicked(shown);
  // What became of an act stays to be read when none of its items is shown any more.
  const [mayAct, setMayAct] = useState(false);
  if (ticked.count > 0 && !mayAct && !isLapsed()) setMayAct(true);

  const isDone = state.kind === 'done';
  useEffect(() => {
    if (isDone) announce(t('report.shown', { shown: shown.length, have: rows.length }));
  }, [isDone, shown.length, rows.length, announce, t]);
  return { asked, shown, ticked, mayAct, isDone };
}
