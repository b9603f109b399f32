import { useId, type ReactNode } from 'react';

/** One thing that is so or not, and what it means. */
export function CheckboxField({
  label,
  help,
  checked,
  isDisabled,
  onChange,
}: {
  label: string;
  help: ReactNode;
  checked: boolean;
  isDisabled: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="hf-radio">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        disabled={isDisabled}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <p className="hf-subtle" id={`${id}-help`}>
          {help}
        </p>
      </div>
    </div>
  );
}
