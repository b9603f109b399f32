import { useEffect, type RefObject } from 'react';

const FIELD = 'input, textarea';

/** The first thing to answer, or the place of one that is still on its way. */
const firstIn = (form: HTMLElement): HTMLElement | null =>
  form.querySelector<HTMLElement>(`${FIELD}, .hf-field .hf-bone`);

/** Puts the focus on a form's first field when it opens; one that comes later gets it when nobody went elsewhere. */
export function useFirstFocus(frame: RefObject<HTMLFormElement>): void {
  useEffect(() => {
    const form = frame.current;
    if (!form) return;
    form.scrollIntoView({ block: 'nearest' });
    const first = firstIn(form);
    if (first?.matches(FIELD)) return first.focus();
    form.focus();
    const arrived = new MutationObserver(() => {
      const now = firstIn(form);
      if (!now?.matches(FIELD)) return;
      arrived.disconnect();
      if (document.activeElement === form) now.focus();
    });
    arrived.observe(form, { childList: true, subtree: true });
    return () => arrived.disconnect();
  }, [frame]);
}
