import { useId } from 'react';
import DownIcon from '@atlaskit/icon/core/chevron-down';
import './choice.css';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/**
 * One of several, with the browser's own list: it opens outside the frame, where a drawn one would be cut off by the
 * frame's edge, and costs nothing to load.
 */
export function Choice<T extends string>({
  label,
  value,
  options,
  groups = [],
  isLabelHidden = false,
  isDisabled = false,
  isInvalid = false,
  describedBy,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly Option<T>[];
  groups?: readonly { readonly label: string; readonly options: readonly Option<T>[] }[];
  /** Where a heading says it already: the label is then heard only. */
  isLabelHidden?: boolean;
  isDisabled?: boolean;
  isInvalid?: boolean;
  describedBy?: string | undefined;
  onChange: (value: T) => void;
}) {
  const id = useId();
  const all = [...options, ...groups.flatMap((group) => group.options)];
  return (
    <div className="hf-choice">
      <label className={isLabelHidden ? 'hf-visually-hidden' : 'hf-label'} htmlFor={id}>
        {label}
      </label>
      <span className="hf-choice-box">
        <select
          id={id}
          value={value}
          disabled={isDisabled}
          aria-invalid={isInvalid}
          aria-describedby={describedBy}
          onChange={(event) => {
            const chosen = all.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map(toOption)}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(toOption)}
            </optgroup>
          ))}
        </select>
        <DownIcon label="" size="small" color="currentColor" />
      </span>
    </div>
  );
}

const toOption = ({ value, label }: Option<string>) => (
  <option key={value} value={value}>
    {label}
  </option>
);
