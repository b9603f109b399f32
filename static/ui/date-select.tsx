import { texts } from '../../texts/compiled/en/calendar';
import { useRef } from 'react';
import AkDatePicker from '@atlaskit/datetime-picker/date-picker';
import type { IsoDate } from '../../src/domain/time/time';
import { dayInFigures, typedDay } from './day-input';
import { addTexts } from './locale';
import { useSurroundings, useToday } from './surroundings';
import { useText } from './text';

addTexts(texts);

/** Atlaskit's date picker. What was typed counts once it is left, not with Enter alone. */
export function DateSelect({
  inputId,
  describedBy,
  isInvalid,
  isDisabled,
  label,
  value,
  min,
  max,
  onChange,
  onUnread,
}: {
  inputId: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  isDisabled: boolean;
  label: string;
  value: IsoDate | '';
  min: IsoDate | undefined;
  max: IsoDate | undefined;
  onChange: (date: IsoDate | '') => void;
  /** What was typed is no day; null once that is over. */
  onUnread: (typed: string | null) => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const typed = useRef('');
  const take = (date: IsoDate | '') => {
    typed.current = '';
    onUnread(null);
    onChange(date);
  };
  const leave = () => {
    const text = typed.current.trim();
    typed.current = '';
    if (text === '') return;
    const date = typedDay(text, locale, today);
    if (date === null) onUnread(text);
    else take(date);
  };
  return (
    <AkDatePicker
      id={inputId}
      label={label}
      locale={locale}
      value={value}
      isInvalid={isInvalid}
      isDisabled={isDisabled}
      shouldShowCalendarButton
      placeholder={dayInFigures(today, locale)}
      calendarLabel={t('calendar.calendar')}
      clearControlLabel={t('calendar.clear')}
      openCalendarLabel={t('calendar.open')}
      nextMonthLabel={t('calendar.next')}
      previousMonthLabel={t('calendar.previous')}
      formatDisplayLabel={(date) => dayInFigures(date, locale)}
      parseInputValue={(text) => {
        const date = typedDay(text, locale, today);
        return date === null ? new Date(NaN) : new Date(`${date}T00:00`);
      }}
      selectProps={{
        onInputChange: (text: string, { action }: { readonly action: string }) => {
          if (action === 'input-change') typed.current = text;
          if (action === 'input-blur') leave();
        },
      }}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      {...(min !== undefined && { minDate: min })}
      {...(max !== undefined && { maxDate: max })}
      onChange={take}
    />
  );
}
