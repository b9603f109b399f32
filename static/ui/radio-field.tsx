import { useId, type ComponentProps } from 'react';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import { RadioChoices } from './choices';

/** One of a few as a required answer, with nothing chosen for the reader: `''` until they choose. */
export function RadioField<T extends string>({
  legend,
  name,
  value,
  options,
  onChange,
  error,
}: {
  legend: string;
  name: string;
  value: T | '';
  options: ComponentProps<typeof RadioChoices<T>>['options'];
  onChange: (value: T) => void;
  error?: string | undefined;
}) {
  const id = useId();
  return (
    <div
      className="hf-field"
      role="radiogroup"
      aria-labelledby={`${id}-legend`}
      aria-required
      aria-invalid={error !== undefined}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      tabIndex={-1}
    >
      <div className="hf-label" id={`${id}-legend`}>
        {legend}
        <span className="hf-required" aria-hidden="true">
          *
        </span>
      </div>
      <RadioChoices name={name} value={value} options={options} isDisabled={false} onChange={onChange} />
      {error !== undefined && (
        <div className="hf-error" id={`${id}-error`}>
          <ErrorIcon label="" size="small" color="currentColor" />
          <span>{error}</span>
        </div>
      )}
    </div>
  );
}
