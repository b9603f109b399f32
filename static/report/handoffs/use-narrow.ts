import { useLayoutEffect, useRef, useState } from 'react';

/** Whether the place of an element is narrower than `width` CSS pixels, as it changes. */
export function useNarrow(width: number) {
  const box = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setNarrow(element.clientWidth > 0 && element.clientWidth < width);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [width]);
  return [box, isNarrow] as const;
}
