import { useId, type ReactNode } from 'react';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';

/** A line that opens what is under it. */
export function Disclosure({
  label,
  isOpen,
  onToggle,
  children,
}: {
  label: ReactNode;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <div>
      <button
        type="button"
        className="hf-disclosure"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <Chevron label="" size="small" color="currentColor" />
        <span>{label}</span>
      </button>
      {isOpen && (
        <div className="hf-disclosed" id={id}>
          {children}
        </div>
      )}
    </div>
  );
}
