import { useMemo, useState } from 'react';
import { handoffMatrix } from '../../../src/domain/report/handoffs/matrix';
import type { Scope } from '../view/view-state';
import { cellNamed, shownOf } from './model/shown';
import { useHandoffs } from './use-handoffs';
import type { Chosen } from './words';

/** What of the handoffs is shown, which one is opened, and how far they were read. */
export function useHandoffsView() {
  const [scope, setScope] = useState<Scope>('policy');
  const [show, setShow] = useState<'all' | 'weak'>('all');
  const [attempt, setAttempt] = useState(0);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { handoffs, expectedHours, people, now, state } = useHandoffs(scope, attempt);
  const matrix = useMemo(() => handoffMatrix(handoffs), [handoffs]);
  const all = useMemo(() => shownOf(matrix, { onlyWeak: false, expectedHours }), [matrix, expectedHours]);
  const weak = useMemo(() => shownOf(matrix, { onlyWeak: true, expectedHours }), [matrix, expectedHours]);

  const close = () => {
    const name = chosen?.name;
    setChosen(null);
    if (name !== undefined) {
      document.querySelector<HTMLElement>(`[data-handoff="${CSS.escape(name)}"]`)?.focus();
    }
  };
  return {
    scope,
    setScope: (next: Scope) => {
      setChosen(null);
      setScope(next);
    },
    show,
    setShow: (next: 'all' | 'weak') => {
      setChosen(null);
      setShow(next);
    },
    retry: () => setAttempt((before) => before + 1),
    chosen,
    /** The chosen handoff's cell of the matrix. */
    cell: chosen && cellNamed(chosen.name, matrix),
    choose: (next: Chosen) => (next.name === chosen?.name ? close() : setChosen(next)),
    close,
    matrix,
    all,
    weak,
    shown: show === 'weak' ? weak : all,
    /** Items whose handoffs are told. */
    items: handoffs.items - handoffs.notKnown,
    notKnown: handoffs.notKnown,
    expectedHours,
    people,
    now,
    state,
  };
}

export type HandoffsViewState = ReturnType<typeof useHandoffsView>;
