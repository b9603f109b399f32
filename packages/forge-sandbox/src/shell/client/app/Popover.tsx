import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { usePlacement } from './use-placement';

/** Closes an open panel when the person goes elsewhere; `escape` when they ask for it. */
const useDismissal = (
  open: boolean,
  root: RefObject<HTMLElement | null>,
  leave: () => void,
  escape: () => void,
): void => {
  const latest = useRef({ leave, escape });
  latest.current = { leave, escape };
  useEffect(() => {
    const element = root.current;
    if (!open || element === null) return;
    const inside = (target: EventTarget | null) => target instanceof Node && element.contains(target);
    const pressed = (event: PointerEvent) => {
      if (!inside(event.target)) latest.current.leave();
    };
    const left = (event: FocusEvent) => {
      if (event.relatedTarget !== null && !inside(event.relatedTarget)) latest.current.leave();
    };
    const typed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') latest.current.escape();
    };
    // A click inside an app's frame never reaches this document, but it takes the focus away.
    const blurred = () => latest.current.leave();
    document.addEventListener('pointerdown', pressed);
    document.addEventListener('keydown', typed);
    element.addEventListener('focusout', left);
    window.addEventListener('blur', blurred);
    return () => {
      document.removeEventListener('pointerdown', pressed);
      document.removeEventListener('keydown', typed);
      element.removeEventListener('focusout', left);
      window.removeEventListener('blur', blurred);
    };
  }, [open, root]);
};

/** A button that opens a small panel under it. Escape and a click elsewhere close it; focus returns to the button. */
export const Popover = (props: {
  label: ReactNode;
  /** The button's name when its visible label does not say enough. */
  name?: string;
  className?: string;
  align?: 'start' | 'end';
  title: string;
  children: (close: () => void) => ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  usePlacement(open, button, panel, props.align ?? 'start');

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useDismissal(open, root, () => setOpen(false), close);

  return (
    <div className="popover" ref={root}>
      <button
        ref={button}
        type="button"
        className={props.className ?? 'button button-subtle'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.name}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </button>
      {open && (
        <div ref={panel} id={id} className="popover-panel" role="group" aria-label={props.title}>
          {props.children(close)}
        </div>
      )}
    </div>
  );
};
