import { useId, type ReactNode } from 'react';
import './choices.css';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly help?: string;
  /** Shown while the option is chosen. */
  readonly more?: ReactNode;
}

/** One of a few, each with what it means: the browser's own radio buttons. */
export function RadioChoices<T extends string>({
  name,
  value,
  options,
  isDisabled,
  onChange,
}: {
  name: string;
  /** `''`: nothing is chosen yet. */
  value: T | '';
  options: readonly Option<T>[];
  isDisabled: boolean;
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className="hf-radios">
      {options.map((option) => (
        <div key={option.value} className="hf-radio">
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={name}
            checked={option.value === value}
            disabled={isDisabled}
            aria-describedby={option.help === undefined ? undefined : `${id}-${option.value}-help`}
            onChange={() => onChange(option.value)}
          />
          <div>
            <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
            {option.help !== undefined && (
              <p className="hf-subtle" id={`${id}-${option.value}-help`}>
                {option.help}
              </p>
            )}
            {option.value === value && option.more}
          </div>
        </div>
      ))}
    </div>
  );
}

/** A part of the form under its heading. */
export function Part({
  legend,
  help,
  error,
  children,
}: {
  legend: string;
  help?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset
      className="hf-part"
      aria-describedby={
        [help !== undefined && `${id}-help`, error !== undefined && `${id}-error`]
          .filter(Boolean)
          .join(' ') || undefined
      }
    >
      <legend>{legend}</legend>
      {help !== undefined && (
        <p className="hf-subtle" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
      {error !== undefined && (
        <p className="hf-error" id={`${id}-error`} tabIndex={-1} data-error="">
          {error}
        </p>
      )}
    </fieldset>
  );
}
