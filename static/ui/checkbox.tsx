import { useId, type ReactNode } from 'react';
import AkCheckbox from '@atlaskit/checkbox';
import './choices.css';

/** One thing that is so or not. `note` is a part of its name; `help` says beneath what it means. */
export function Checkbox({
  label,
  note,
  help,
  checked,
  isDisabled = false,
  onChange,
}: {
  label: string;
  note?: string | null;
  help?: ReactNode;
  checked: boolean;
  isDisabled?: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div>
      <AkCheckbox
        label={
          note == null ? (
            label
          ) : (
            <>
              {label} <span className="hf-subtle">{note}</span>
            </>
          )
        }
        isChecked={checked}
        isDisabled={isDisabled}
        {...(help !== undefined && { 'aria-describedby': id })}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {help !== undefined && (
        <p className="hf-subtle hf-choice-more" id={id}>
          {help}
        </p>
      )}
    </div>
  );
}
