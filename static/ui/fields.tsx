import { useId, type ReactNode } from 'react';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import AkTextArea from '@atlaskit/textarea';
import AkTextField from '@atlaskit/textfield';
import { latestDay } from '../../src/domain/time/time';
import type { IsoDate } from '../../src/domain/values';
import { dayText } from '../../src/contract/texts/dates';
import { relativeDayText } from '../../src/contract/texts/relative-dates';
import { useSurroundings, useToday } from './surroundings';
import { useText } from './text';

interface Labelled {
  readonly label: string;
  readonly error?: string | undefined;
  readonly help?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** Label, control, help and error, tied together for eyes and ears alike. */
export function Field({
  label,
  error,
  help,
  isRequired = false,
  children,
}: Labelled & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const t = useText();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="hf-field">
      <label className="hf-label" htmlFor={id}>
        {label}
        {isRequired ? (
          <span className="hf-required" aria-hidden="true">
            *
          </span>
        ) : (
          <span className="hf-optional"> {t('ui.optional')}</span>
        )}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error !== undefined })}
      {help !== undefined && (
        <div className="hf-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error !== undefined && (
        <div className="hf-error" id={`${id}-error`}>
          <ErrorIcon label="" size="small" color="currentColor" />
          <span>{error}</span>
        </div>
      )}
    </div>
  );
}

interface Typed extends Labelled {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
  readonly placeholder?: string;
}

/** Said while typing: cutting off what somebody pasted would lose it without a word. */
function useTooLong(value: string, maxLength: number | undefined): string | undefined {
  const t = useText();
  return maxLength !== undefined && value.trim().length > maxLength
    ? t('ui.errorTooLong', { limit: maxLength })
    : undefined;
}

export function TextField({ value, onChange, maxLength, placeholder, ...labelled }: Typed) {
  const tooLong = useTooLong(value, maxLength);
  return (
    <Field {...labelled} error={labelled.error ?? tooLong}>
      {(wiring) => (
        <AkTextField
          {...wiring}
          value={value}
          isInvalid={wiring['aria-invalid']}
          isDisabled={labelled.isDisabled ?? false}
          aria-required={labelled.isRequired ?? false}
          autoComplete="off"
          dir="auto"
          {...(placeholder !== undefined && { placeholder })}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function TextArea({
  value,
  onChange,
  maxLength,
  placeholder,
  rows = 2,
  ...labelled
}: Typed & { rows?: number }) {
  const tooLong = useTooLong(value, maxLength);
  return (
    <Field {...labelled} error={labelled.error ?? tooLong}>
      {(wiring) => (
        <AkTextArea
          {...wiring}
          value={value}
          minimumRows={rows}
          resize="smart"
          dir="auto"
          isInvalid={wiring['aria-invalid']}
          isDisabled={labelled.isDisabled ?? false}
          aria-required={labelled.isRequired ?? false}
          {...(placeholder !== undefined && { placeholder })}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A day as the reader says it: `Fri 4 Dec, in 6 days`. */
export function useDayInWords(date: IsoDate | ''): string | undefined {
  const { locale } = useSurroundings();
  const today = useToday();
  return date === '' ? undefined : `${dayText(date, today, locale)}, ${relativeDayText(date, today, locale)}`;
}

/**
 * A calendar day. The browser's own picker: it opens outside the frame, where a drawn calendar would be cut off
 * by the panel's edge, and the day is repeated in the reader's own words beneath.
 */
export function DateField({
  value,
  onChange,
  min,
  max: latest,
  help,
  ...labelled
}: Labelled & {
  value: IsoDate | '';
  onChange: (value: IsoDate | '') => void;
  min?: IsoDate;
  max?: IsoDate;
}) {
  const today = useToday();
  const max = latest ?? latestDay(today);
  const said = useDayInWords(value) ?? help;
  return (
    <Field {...labelled} help={said}>
      {(wiring) => (
        <div className="hf-date">
          <AkTextField
            {...wiring}
            type="date"
            value={value}
            isInvalid={wiring['aria-invalid']}
            isDisabled={labelled.isDisabled ?? false}
            aria-required={labelled.isRequired ?? false}
            {...(min !== undefined && { min })}
            max={max}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </div>
      )}
    </Field>
  );
}
