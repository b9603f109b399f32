import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { usePlacement } from './use-placement';

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

  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && root.current?.contains(event.target)) return;
      setOpen(false);
    };
    // A click inside an app's frame never reaches this document, but it takes the focus away.
    const blurred = () => setOpen(false);
    document.addEventListener('pointerdown', elsewhere);
    window.addEventListener('blur', blurred);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      window.removeEventListener('blur', blurred);
    };
  }, [open]);

  return (
    <div
      className="popover"
      ref={root}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          close();
        }
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
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
