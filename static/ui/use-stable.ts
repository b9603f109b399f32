import { useRef } from 'react';

/** The same object as long as what is in it stays the same; plain data only. */
export function useStable<T>(value: T): T {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
