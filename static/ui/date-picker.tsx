import { useState } from 'react';
import type { IsoDate } from '../../src/domain/time/time';
import { DateSelect } from './date-select';
import { dayInFigures } from './day-input';
import { Field, useDayInWords } from './fields';
import { useSurroundings, useToday } from './surroundings';
import { useText } from './text';

/**
 * A calendar day, on a page that has room for a calendar; the day is repeated in the reader's own words beneath. It
 * weighs what a list of people does: only for what is fetched after the first paint.
 */
export function DatePicker({
  value,
  onChange,
  min,
  max,
  error,
  ...labelled
}: {
  label: string;
  value: IsoDate | '';
  onChange: (value: IsoDate | '') => void;
  min?: IsoDate;
  max?: IsoDate;
  error?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const said = useDayInWords(value);
  const [unread, setUnread] = useState<string | null>(null);
  const problem =
    unread === null ? error : t('calendar.unread', { typed: unread, example: dayInFigures(today, locale) });
  return (
    <Field {...labelled} error={problem} help={said}>
      {(wiring) => (
        <div className="hf-date">
          <DateSelect
            inputId={wiring.id}
            describedBy={wiring['aria-describedby']}
            isInvalid={wiring['aria-invalid']}
            isDisabled={labelled.isDisabled ?? false}
            label={labelled.label}
            value={value}
            min={min}
            max={max}
            onChange={onChange}
            onUnread={setUnread}
          />
        </div>
      )}
    </Field>
  );
}
