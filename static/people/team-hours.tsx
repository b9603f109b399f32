import { Stack } from '@atlaskit/primitives/compiled/stack';
import { defaultClocks } from '../../src/domain/policy/clock-policy';
import { Checkbox } from '../ui/checkbox';
import { Checkboxes } from '../ui/choices';
import { TextField } from '../ui/fields';
import { useSurroundings } from '../ui/surroundings';
import { useText } from '../ui/text';
import { weekdayName } from '../ui/weekday';
import { listOf, type Draft } from './model/team-csv';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Days and hours of a team's own, or the policy's. */
export function TeamHours({ team, onChange }: { team: Draft; onChange: (team: Draft) => void }) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  const { calendar } = team;
  return (
    <Stack space="space.100">
      <Checkbox
        label={t('people.calendar')}
        help={t('people.calendarHelp')}
        checked={calendar !== null}
        onChange={(own) =>
          onChange({ ...team, calendar: own ? { ...defaultClocks.calendar, timeZone } : null })
        }
      />
      {calendar && (
        <>
          <Checkboxes label={t('people.calendar')}>
            {WEEK.map((day) => (
              <li key={day}>
                <Checkbox
                  label={weekdayName(day, locale)}
                  checked={calendar.workdays.includes(day)}
                  onChange={(works) =>
                    onChange({
                      ...team,
                      calendar: {
                        ...calendar,
                        workdays: WEEK.filter((one) =>
                          one === day ? works : calendar.workdays.includes(one),
                        ),
                      },
                    })
                  }
                />
              </li>
            ))}
          </Checkboxes>
          <div className="hf-reading">
            <TextField
              label={t('people.zone')}
              value={calendar.timeZone}
              isRequired
              onChange={(zone) => onChange({ ...team, calendar: { ...calendar, timeZone: zone } })}
            />
            <TextField
              label={t('people.from')}
              value={calendar.from}
              isRequired
              onChange={(from) => onChange({ ...team, calendar: { ...calendar, from } })}
            />
            <TextField
              label={t('people.to')}
              value={calendar.to}
              isRequired
              onChange={(to) => onChange({ ...team, calendar: { ...calendar, to } })}
            />
            <TextField
              label={t('people.holidays')}
              value={calendar.holidays.join(', ')}
              onChange={(text) => onChange({ ...team, calendar: { ...calendar, holidays: listOf(text) } })}
            />
          </div>
        </>
      )}
    </Stack>
  );
}
