import { useEffect } from 'react';

/** Two looks closer together than this are one. */
const APART_MS = 10_000;

/** Runs when the reader comes back to the page: others may have changed things meanwhile. */
export function useWhenSeen(run: () => void): void {
  useEffect(() => {
    let last = Date.now();
    const seen = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < APART_MS) return;
      last = Date.now();
      run();
    };
    window.addEventListener('focus', seen);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('focus', seen);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [run]);
}
