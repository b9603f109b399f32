import { useCallback, useRef, useState, type FocusEvent } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import type { Line } from '../rows/group';

/** A line's height before it was ever measured, in CSS pixels. */
const GUESS = { row: 49, group: 41 } as const;
const OVERSCAN = 8;

/**
 * Only the lines near the window of `scroller` are in the page. The line that holds the focus stays in it wherever the
 * reader scrolls, so that the keyboard never falls off the table.
 */
export function useVirtualRows(lines: readonly Line[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const focusedAt = focused === null ? -1 : lines.findIndex(({ key }) => key === focused);

  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      if (focusedAt < 0 || near.includes(focusedAt)) return near;
      return [...near, focusedAt].sort((a, b) => a - b);
    },
    [focusedAt],
  );

  // New functions make the virtualizer measure every row again.
  const getItemKey = useCallback((index: number) => lines[index]?.key ?? index, [lines]);
  const estimateSize = useCallback((index: number) => GUESS[lines[index]?.kind ?? 'row'], [lines]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize,
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
