import { useEffect, useState } from 'react';

/** Height of a mark, in CSS pixels, and how finely the browser tells how much of it is seen. */
const MARK = 200;
const STEPS = Array.from({ length: MARK / 2 + 1 }, (_, step) => (2 * step) / MARK);

/**
 * How many CSS pixels of the frame lie below what the reader sees of it. Jira makes a page's frame as tall as its
 * content and scrolls around it, so nothing inside sticks to the window's edge; all a frame is told is which of its
 * parts are seen. 0 where the frame scrolls by itself.
 */
export function useHiddenBelow(isOn: boolean): number {
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    if (!isOn) return;
    const seen = new Map<Element, number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, intersectionRect } of entries)
          if (isIntersecting) seen.set(target, intersectionRect.bottom);
          else seen.delete(target);
        if (seen.size > 0)
          setHidden(Math.max(0, Math.round(window.innerHeight - Math.max(...seen.values()))));
      },
      { threshold: STEPS },
    );
    const ruler = document.createElement('div');
    ruler.setAttribute('aria-hidden', 'true');
    ruler.className = 'hf-ruler';
    document.body.append(ruler);
    const measure = () => {
      seen.clear();
      observer.disconnect();
      ruler.replaceChildren(
        ...Array.from({ length: Math.ceil(window.innerHeight / MARK) }, () => document.createElement('div')),
      );
      for (const mark of ruler.children) observer.observe(mark);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('resize', measure);
      observer.disconnect();
      ruler.remove();
      setHidden(0);
    };
  }, [isOn]);
  return hidden;
}
