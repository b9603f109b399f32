import { useId, type ReactNode, type Ref } from 'react';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import AkRadio from '@atlaskit/radio/radio';
import './choices.css';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly help?: string;
  /** Shown while the option is chosen. */
  readonly more?: ReactNode;
}

/** One of a few, each with what it means. */
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
    <Stack space="space.100">
      {options.map((option) => (
        <div key={option.value}>
          <AkRadio
            label={option.label}
            name={name}
            value={option.value}
            isChecked={option.value === value}
            isDisabled={isDisabled}
            {...(option.help !== undefined && { 'aria-describedby': `${id}-${option.value}-help` })}
            onChange={() => onChange(option.value)}
          />
          <div className="hf-choice-more">
            {option.help !== undefined && (
              <p className="hf-subtle" id={`${id}-${option.value}-help`}>
                {option.help}
              </p>
            )}
            {option.value === value && option.more}
          </div>
        </div>
      ))}
    </Stack>
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
      <Stack space="space.150">
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
      </Stack>
    </fieldset>
  );
}

/** A part of the form that is more than fields: a heading, and what stands under it. */
export function Section({
  id,
  title,
  headingRef,
  children,
}: {
  id: string;
  title: ReactNode;
  headingRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  return (
    <section className="hf-part" aria-labelledby={id}>
      <h2 id={id} ref={headingRef} tabIndex={-1}>
        {title}
      </h2>
      <Stack space="space.150">{children}</Stack>
    </section>
  );
}

/** Fields of a part that belong together, under a label. */
export function Group({ legend, children, ...rest }: { legend: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="hf-part" {...rest}>
      <legend className="hf-label">{legend}</legend>
      <Stack space="space.100">{children}</Stack>
    </fieldset>
  );
}

/** Things to tick, as many to a line as fit. */
export const Checkboxes = ({ label, children }: { label?: string; children: ReactNode }) => (
  <Inline as="ul" role="list" space="space.300" rowSpace="space.050" shouldWrap aria-label={label}>
    {children}
  </Inline>
);
