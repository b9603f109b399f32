const px = (value: string): number => parseFloat(value) || 0;

/** The lowest edge of an element and what it contains, measured from the top of the document; 0 for nothing visible. */
const lowestEdge = (element: Element, view: Window): number => {
  const style = view.getComputedStyle(element);
  if (style.display === 'none') return 0;
  const box = element.getBoundingClientRect();
  const fillsFrame = box.height >= view.innerHeight - 1;
  // A blanket pinned to the viewport follows the frame's height; counting it would keep the frame from shrinking.
  if (style.position === 'fixed' && fillsFrame) return 0;
  const own = box.height > 1 ? box.bottom + view.scrollY + px(style.marginBottom) : 0;
  if (element.childElementCount === 0 || style.overflowY !== 'visible') return own;
  const inner = Math.max(0, ...Array.from(element.children, (child) => lowestEdge(child, view)));
  // A wrapper as tall as the frame may only be stretched to it (`height: 100%`), so its content speaks for it.
  return fillsFrame ? inner + px(style.paddingBottom) : Math.max(own, inner);
};

/** The height in CSS pixels at which the whole content is visible without scrolling. */
export const contentHeight = (body: HTMLElement, view: Window): number => {
  const lowest = Math.max(0, ...Array.from(body.children, (child) => lowestEdge(child, view)));
  const style = view.getComputedStyle(body);
  return Math.ceil(lowest + px(style.paddingBottom) + px(style.marginBottom));
};

/** Reports the content's height now and whenever it changes, at most once per animation frame. */
export const watchHeight = (report: (height: number) => void): void => {
  let last = -1;
  let queued = false;
  const measure = () => {
    queued = false;
    if (document.body === null) return;
    const height = contentHeight(document.body, window);
    if (Math.abs(height - last) < 1) return;
    last = height;
    report(height);
  };
  const queue = () => {
    if (queued) return;
    queued = true;
    requestAnimationFrame(measure);
  };
  const start = () => {
    new ResizeObserver(queue).observe(document.body);
    new MutationObserver(queue).observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    document.addEventListener('transitionend', queue, true);
    window.addEventListener('resize', queue);
    window.addEventListener('load', queue);
    queue();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
};
