import { useEffect, useState } from 'react';
import { useWorld } from './world';

const EVERY_MS = 10_000;

/** Simulated time, running on if the stand-in's clock does. */
export const useNow = (): number => {
  const { now: start, ticking } = useWorld().state.clock;
  const [now, setNow] = useState(start);
  useEffect(() => {
    if (!ticking) return;
    const loaded = performance.now();
    const timer = setInterval(() => setNow(start + performance.now() - loaded), EVERY_MS);
    return () => clearInterval(timer);
  }, [start, ticking]);
  return now;
};
