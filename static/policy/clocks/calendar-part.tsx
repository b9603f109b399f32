import { useId, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import AkTextField from '@atlaskit/textfield';
import type { WorkingCalendar } from '../../../src/domain/policy/clock-policy';
import type { IsoDate } from '../../../src/domain/values';
import { useAnnounce } from '../../ui/announcer';
import { Checkbox } from '../../ui/checkbox';
import { Choice } from '../../ui/choice';
import { Group, Part, Checkboxes } from '../../ui/choices';
import { DatePicker } from '../../ui/date-picker';
import { Field } from '../../ui/fields';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { MOST_HOLIDAYS, type ClocksDraft } from '../model/clocks-draft';
import type { DraftError } from '../model/draft';
import { holidayText } from './words';
import { weekdayName } from '../../ui/weekday';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Every zone the browser knows, and the one that is chosen. */
const zonesWith = (chosen: string): readonly string[] =>
  [...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')])].sort();

/** When people work, and so when hours count and notices go out. */
export function CalendarPart({
  calendar,
  draft,
  errors,
  isDisabled,
  onType,
  onChange,
}: {
  calendar: WorkingCalendar;
  draft: ClocksDraft;
  errors: readonly DraftError[];
  isDisabled: boolean;
  onType: (typed: Partial<ClocksDraft>) => void;
  onChange: (calendar: Partial<WorkingCalendar>) => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const noDay = errors.some(({ field }) => field === 'workdays');
  const badHours = errors.some(({ field }) => field === 'dayHours');
  const toggle = (day: number, works: boolean) =>
    onType({
      workdays: WEEK.filter((one) => (one === day ? works : draft.workdays.includes(one))),
    });
  return (
    <Part
      legend={t('clocks.calendar')}
      help={<Text id="clocks.calendarHelp" />}
      error={noDay ? t('clocks.error.workdays') : undefined}
    >
      <Group legend={<Text id="clocks.workdays" />}>
        <Checkboxes>
          {WEEK.map((day) => (
            <li key={day}>
              <Checkbox
                label={weekdayName(day, locale)}
                checked={draft.workdays.includes(day)}
                isDisabled={isDisabled}
                onChange={(works) => toggle(day, works)}
              />
            </li>
          ))}
        </Checkboxes>
      </Group>
      <Inline space="space.300" rowSpace="space.200" alignBlock="start" shouldWrap>
        {(['from', 'to'] as const).map((end) => (
          <Field
            key={end}
            label={t(`clocks.${end}`)}
            error={badHours && end === 'to' ? t('clocks.error.dayHours') : undefined}
            isRequired
          >
            {(wiring) => (
              <AkTextField
                {...wiring}
                type="time"
                width={128}
                isRequired
                isInvalid={wiring['aria-invalid']}
                isDisabled={isDisabled}
                value={draft[end]}
                onChange={(event) => onType({ [end]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <Choice
          label={t('clocks.timeZone')}
          value={calendar.timeZone}
          isDisabled={isDisabled}
          options={zonesWith(calendar.timeZone).map((zone) => ({
            value: zone,
            label: zone.replaceAll('_', ' '),
          }))}
          onChange={(timeZone) => onChange({ timeZone })}
        />
      </Inline>
      <Holidays
        holidays={calendar.holidays}
        isDisabled={isDisabled}
        onChange={(holidays) => onChange({ holidays })}
      />
    </Part>
  );
}

function Holidays({
  holidays,
  isDisabled,
  onChange,
}: {
  holidays: readonly IsoDate[];
  isDisabled: boolean;
  onChange: (holidays: readonly IsoDate[]) => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const announce = useAnnounce();
  const [date, setDate] = useState<IsoDate | ''>('');
  const id = useId();
  const known = date !== '' && holidays.includes(date);
  const add = () => {
    if (date === '' || known) return;
    onChange([...holidays, date].sort());
    announce(t('clocks.changeHolidayAdded', { date: holidayText(date, locale) }));
    setDate('');
  };
  const remove = (one: IsoDate) => {
    onChange(holidays.filter((other) => other !== one));
    announce(t('clocks.changeHolidayRemoved', { date: holidayText(one, locale) }));
    document.getElementById(id)?.focus();
  };
  return (
    <div className="hf-place" id={id} tabIndex={-1} role="group" aria-label={t('clocks.holidays')}>
      <Stack space="space.100">
        <h3 className="hf-label">
          <Text id="clocks.holidays" />
        </h3>
        <p className="hf-subtle hf-small">
          <Text id={holidays.length === 0 ? 'clocks.holidaysNone' : 'clocks.holidaysHelp'} />
        </p>
        {holidays.length > 0 && (
          <Inline as="ul" role="list" space="space.200" rowSpace="space.050" shouldWrap>
            {holidays.map((one) => (
              <li key={one}>
                <Inline space="space.050" alignBlock="center">
                  <time dateTime={one}>{holidayText(one, locale)}</time>
                  {!isDisabled && (
                    <Button
                      spacing="compact"
                      appearance="subtle"
                      aria-label={t('clocks.holidayRemoveNamed', { date: holidayText(one, locale) })}
                      onClick={() => remove(one)}
                    >
                      {t('clocks.holidayRemove')}
                    </Button>
                  )}
                </Inline>
              </li>
            ))}
          </Inline>
        )}
        {!isDisabled && holidays.length < MOST_HOLIDAYS && (
          <div className="hf-add">
            <DatePicker
              label={t('clocks.holidayDate')}
              value={date}
              error={known ? t('clocks.holidayKnown') : undefined}
              onChange={setDate}
            />
            <Button isDisabled={date === '' || known} onClick={add}>
              {t('clocks.holidayAdd')}
            </Button>
          </div>
        )}
      </Stack>
    </div>
  );
}
