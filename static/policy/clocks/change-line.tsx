import type { ReactNode } from 'react';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import type { People } from '../../ui/person';
import type { Measure } from '../../../src/domain/policy/clock-policy';
import type { AccountId } from '../../../src/domain/values';
import type { ClockChange } from '../../../src/domain/policy/clock-changes';
import { holidayText, stepWords, type EscalationWords } from './words';
import { weekdayName } from '../../ui/weekday';

interface Pair {
  readonly what: string;
  readonly from: ReactNode;
  readonly to: ReactNode;
}

/** Changes that have a value before and one after; the others add or take away. */
type PairedChange = Exclude<
  ClockChange,
  { kind: 'holiday-added' | 'holiday-removed' | 'step-added' | 'step-removed' }
>;

/** What a change was and becomes, in words. */
function pairOf(change: PairedChange, words: EscalationWords): Pair {
  const { t, locale, people } = words;
  switch (change.kind) {
    case 'clock-number': {
      const unit = change.field.endsWith('Hours') ? 'clocks.changeHours' : 'clocks.changeDays';
      const value = (count: number) => t(unit, { count });
      return { what: t(`clocks.${change.field}`), from: value(change.from), to: value(change.to) };
    }
    case 'measure':
      return {
        what: t('clocks.changeMeasure'),
        from: t(`clocks.measure.${change.from}`),
        to: t(`clocks.measure.${change.to}`),
      };
    case 'time-zone':
      return { what: t('clocks.changeTimeZone'), from: change.from, to: change.to };
    case 'workdays': {
      const list = new Intl.ListFormat(locale, { style: 'narrow' });
      const days = (all: readonly number[]) =>
        list.format([...all].sort().map((day) => weekdayName(day, locale, 'short')));
      return { what: t('clocks.changeWorkdays'), from: days(change.from), to: days(change.to) };
    }
    case 'day-hours':
      return {
        what: t('clocks.changeDayHours'),
        from: `${change.from.from}–${change.from.to}`,
        to: `${change.to.from}–${change.to.to}`,
      };
    case 'programme-lead': {
      const nameOf = (lead: AccountId | null) =>
        lead === null ? t('clocks.projectLead') : (people[lead]?.displayName ?? t('ui.unknownPerson'));
      return { what: t('clocks.changeLead'), from: nameOf(change.from), to: nameOf(change.to) };
    }
    case 'step-changed':
      return {
        what: t('clocks.changeStepChanged', { cause: t(`clocks.cause.${change.cause}`) }),
        from: stepWords(change.from, change.cause, words),
        to: stepWords(change.to, change.cause, words),
      };
  }
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
  const words: EscalationWords = { t, locale, measure, programmeLead, people };
  switch (change.kind) {
    case 'holiday-added':
    case 'holiday-removed':
      return (
        <Text
          id={change.kind === 'holiday-added' ? 'clocks.changeHolidayAdded' : 'clocks.changeHolidayRemoved'}
          values={{ date: holidayText(change.date, locale) }}
        />
      );
    case 'step-added':
    case 'step-removed':
      return (
        <Text
          id={change.kind === 'step-added' ? 'clocks.changeStepAdded' : 'clocks.changeStepRemoved'}
          values={{
            cause: t(`clocks.cause.${change.cause}`),
            step: stepWords(change.step, change.cause, words),
          }}
        />
      );
    default:
      return pair(pairOf(change, words));
  }
}
