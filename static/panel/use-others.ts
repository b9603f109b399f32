import { useCallback, useEffect, useRef } from 'react';
import { hearOthers } from '../ui/live';

/** Several changes in a row are one look. */
const TOGETHER_MS = 250;

/**
 * Looks again when another window on the same work item says that there is more than this one shows. `shown`: how many
 * history entries are on the screen. While `mayLook` says no, it waits for what is then shown.
 */
export function useOthers(shown: number | null, mayLook: () => boolean, look: () => void): void {
  const known = useRef(0);
  const screen = useRef(shown);
  screen.current = shown;
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const lookIfBehind = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (screen.current !== null && known.current > screen.current && mayLook()) look();
    }, TOGETHER_MS);
  }, [look, mayLook]);

  useEffect(
    () =>
      hearOthers((seen) => {
        known.current = Math.max(known.current, seen);
        lookIfBehind();
      }),
    [lookIfBehind],
  );
  // What was heard while a change was on its way may be newer than its answer.
  useEffect(lookIfBehind, [shown, lookIfBehind]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
