import type { ReactNode } from 'react';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import type { People } from '../../ui/person';
import type { Measure } from '../../../src/domain/policy/clock-policy';
import type { AccountId } from '../../../src/domain/values';
import type { ClockChange } from '../../../src/domain/policy/clock-changes';
import { holidayText, rungWords, weekdayName, type LadderWords } from './words';

interface Pair {
  readonly what: string;
  readonly from: ReactNode;
  readonly to: ReactNode;
}

/** One change of a policy's clocks in words; `pair` shows what was beside what becomes. */
export function ClockChangeLine({
  change,
  people,
  measure,
  programmeLead,
  pair,
}: {
  change: ClockChange;
  people: People;
  /** How the policy it leads to counts hours, and whom it names at the top. */
  measure: Measure;
  programmeLead: AccountId | null;
  pair: (pair: Pair) => ReactNode;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const words: LadderWords = { t, locale, measure, programmeLead, people };
  const leadName = (lead: AccountId | null) =>
    lead === null ? t('clocks.projectLead') : (people[lead]?.displayName ?? t('ui.unknownPerson'));
  const days = (all: readonly number[]) =>
    new Intl.ListFormat(locale, { style: 'narrow' }).format(
      [...all].sort().map((day) => weekdayName(day, locale, 'short')),
    );
  switch (change.kind) {
    case 'clock-number': {
      const unit = change.field.endsWith('Hours') ? 'clocks.changeHours' : 'clocks.changeDays';
      const value = (count: number) => t(unit, { count });
      return pair({ what: t(`clocks.${change.field}`), from: value(change.from), to: value(change.to) });
    }
    case 'measure':
      return pair({
        what: t('clocks.changeMeasure'),
        from: t(`clocks.measure.${change.from}`),
        to: t(`clocks.measure.${change.to}`),
      });
    case 'time-zone':
      return pair({ what: t('clocks.changeTimeZone'), from: change.from, to: change.to });
    case 'workdays':
      return pair({ what: t('clocks.changeWorkdays'), from: days(change.from), to: days(change.to) });
    case 'day-hours':
      return pair({
        what: t('clocks.changeDayHours'),
        from: `${change.from.from}–${change.from.to}`,
        to: `${change.to.from}–${change.to.to}`,
      });
    case 'holiday-added':
    case 'holiday-removed':
      return (
        <Text
          id={change.kind === 'holiday-added' ? 'clocks.changeHolidayAdded' : 'clocks.changeHolidayRemoved'}
          values={{ date: holidayText(change.date, locale) }}
        />
      );
    case 'programme-lead':
      return pair({ what: t('clocks.changeLead'), from: leadName(change.from), to: leadName(change.to) });
    case 'rung-added':
    case 'rung-removed':
      return (
        <Text
          id={change.kind === 'rung-added' ? 'clocks.changeRungAdded' : 'clocks.changeRungRemoved'}
          values={{
            cause: t(`clocks.cause.${change.cause}`),
            rung: rungWords(change.rung, change.cause, words),
          }}
        />
      );
    case 'rung-changed':
      return pair({
        what: t('clocks.changeRungChanged', { cause: t(`clocks.cause.${change.cause}`) }),
        from: rungWords(change.from, change.cause, words),
        to: rungWords(change.to, change.cause, words),
      });
  }
}
