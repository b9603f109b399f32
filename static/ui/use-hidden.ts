import { useCallback, useState } from 'react';

const PREFIX = 'holdfast-hidden:';
/** What is remembered under one name; older ones are long over. */
const MOST = 50;

function read(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** What this reader found not useful, remembered by their browser alone. */
export function useHidden(about: string) {
  const key = PREFIX + about;
  const [names, setNames] = useState(() => read(key));
  const keep = useCallback(
    (next: readonly string[]) => {
      setNames(next);
      try {
        window.localStorage.setItem(key, JSON.stringify(next.slice(-MOST)));
      } catch {
        // Browsers may deny storage to a frame from another site; it stays hidden until the page is left.
      }
    },
    [key],
  );
  return { names, hide: (name: string) => keep([...names, name]), showAll: () => keep([]) };
}
