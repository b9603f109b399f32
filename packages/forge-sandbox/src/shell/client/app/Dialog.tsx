import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { CrossIcon } from './icons';
import { Button } from './ui';

/** A modal dialog; the browser keeps the focus inside it and gives it back when it closes. */
export const Dialog = (props: {
  title: ReactNode;
  width?: 'small' | 'medium' | 'large' | 'xlarge';
  /** CSS lengths, for a dialog whose only content fills it and scrolls by itself. */
  size?: { readonly width: string; readonly height: string } | undefined;
  onClose: () => void;
  closeOnEscape?: boolean;
  closeOnOverlayClick?: boolean;
  children: ReactNode;
  footer?: ReactNode;
}) => {
  const { closeOnEscape = true, closeOnOverlayClick = true, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const cancelled = (event: Event) => {
      event.preventDefault();
      if (closeOnEscape) onClose();
    };
    const clicked = (event: Event) => {
      // The sheet fills the dialog, so a click on the dialog itself is a click on the blanket.
      if (closeOnOverlayClick && event.target === element) onClose();
    };
    element.addEventListener('cancel', cancelled);
    element.addEventListener('click', clicked);
    return () => {
      element.removeEventListener('cancel', cancelled);
      element.removeEventListener('click', clicked);
    };
  }, [closeOnEscape, closeOnOverlayClick, onClose]);

  // At the end of the document, so that the styles of the place it was opened from do not reach it.
  return createPortal(
    <dialog
      ref={dialog}
      className={`dialog ${props.size ? 'dialog-filled' : `dialog-${props.width ?? 'small'}`}`}
      style={props.size && { width: props.size.width }}
      aria-labelledby={id}
    >
      <div className="dialog-sheet" style={props.size && { height: props.size.height }}>
        <div className="dialog-header">
          <h2 id={id}>{props.title}</h2>
          <Button look="icon" aria-label="Close" onClick={props.onClose}>
            <CrossIcon />
          </Button>
        </div>
        {/* Only a frame may be inside, which does not count as a way to scroll by keyboard. */}
        <div
          className="dialog-body"
          role="group"
          aria-labelledby={id}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          tabIndex={props.width === undefined ? -1 : 0}
        >
          {props.children}
        </div>
        {props.footer && <div className="dialog-footer">{props.footer}</div>}
      </div>
    </dialog>,
    document.body,
  );
};
