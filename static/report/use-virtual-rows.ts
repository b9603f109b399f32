import { useCallback, useRef, useState, type FocusEvent } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { Row } from './model/row';

/** A row's height before it was ever measured, in CSS pixels. */
const GUESS = 49;
const OVERSCAN = 8;

/**
 * Only the rows near the window of `scroller` are in the page. The row that holds the focus stays in it wherever the
 * reader scrolls, so that the keyboard never falls off the table.
 */
export function useVirtualRows(rows: readonly Row[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const focusedAt = focused === null ? -1 : rows.findIndex(({ item }) => item.issueKey === focused);

  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      if (focusedAt < 0 || near.includes(focusedAt)) return near;
      return [...near, focusedAt].sort((a, b) => a - b);
    },
    [focusedAt],
  );

  // A new function makes the virtualizer measure every row again.
  const getItemKey = useCallback((index: number) => rows[index]?.item.issueKey ?? index, [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESS,
    getItemKey,
    overscan: OVERSCAN,
    rangeExtractor,
  });

  const keepFocused = {
    onFocus: (event: FocusEvent) => {
      const row = event.target.closest<HTMLElement>('[data-key]');
      setFocused(row?.dataset['key'] ?? null);
    },
    onBlur: () => setFocused(null),
  };
  return { scroller, virtualizer, keepFocused };
}
