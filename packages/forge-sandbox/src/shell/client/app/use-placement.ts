import { useLayoutEffect, type RefObject } from 'react';

const GAP = 4;
const MARGIN = 8;

/** Where a panel goes: under its button, above it when there is no room below, never outside the window. */
export const placementOf = (
  button: { top: number; bottom: number; left: number; right: number },
  panel: { width: number; height: number },
  view: { width: number; height: number },
  align: 'start' | 'end',
): { top: number; left: number } => {
  const below = button.bottom + GAP;
  const above = button.top - GAP - panel.height;
  const top = below + panel.height > view.height - MARGIN && above >= MARGIN ? above : below;
  const wanted = align === 'start' ? button.left : button.right - panel.width;
  return { top, left: Math.max(MARGIN, Math.min(wanted, view.width - MARGIN - panel.width)) };
};

/** Keeps an open panel at its button while things scroll or the panel's content arrives. */
export const usePlacement = (
  open: boolean,
  button: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
  align: 'start' | 'end',
): void =>
  useLayoutEffect(() => {
    const [anchor, floating] = [button.current, panel.current];
    if (!open || anchor === null || floating === null) return;
    const place = () => {
      const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
      const size = { width: floating.offsetWidth, height: floating.offsetHeight };
      const { top, left } = placementOf(anchor.getBoundingClientRect(), size, view, align);
      floating.style.top = `${top}px`;
      floating.style.left = `${left}px`;
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(floating);
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      watcher.disconnect();
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [open, button, panel, align]);
