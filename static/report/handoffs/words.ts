import type { HandoffFigures, Weakness } from '../../../src/domain/report/handoffs/matrix';
import type { Tone } from '../../ui/state-word';
import type { Translate } from '../../ui/text';

const DAY = 24;

/** Hours, or from two days on days, as short as a table needs. */
export function timeText(hours: number, locale: string, t: Translate): string {
  const inDays = hours >= 2 * DAY;
  const value = inDays ? hours / DAY : hours;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 });
  return t(inDays ? 'handoffs.days' : 'handoffs.hours', { n: number.format(value) });
}

/** What a cell says, one figure a line; what is none is not said. */
export function figureLines(cell: HandoffFigures, locale: string, t: Translate): readonly string[] {
  const { open, unacknowledged, overdue, unmapped, medianHours } = cell;
  return [
    ...(open > 0 || unmapped === 0 ? [t('handoffs.open', { count: open })] : []),
    ...(unacknowledged > 0 ? [t('handoffs.unacknowledged', { count: unacknowledged })] : []),
    ...(overdue > 0 ? [t('handoffs.overdue', { count: overdue })] : []),
    ...(unmapped > 0 ? [t('handoffs.unmapped', { count: unmapped })] : []),
    ...(medianHours !== null ? [t('handoffs.median', { time: timeText(medianHours, locale, t) })] : []),
  ];
}

export const weaknessTone: Readonly<Record<Weakness, Tone>> = {
  overdue: 'problem',
  unanswered: 'attention',
  declined: 'attention',
  'no-agreement': 'waiting',
  slow: 'attention',
};

/** A handoff the reader chose: of one pair, or of everybody with one provider. */
export interface Chosen {
  /** Names the cell, so that the focus finds its way back. */
  readonly name: string;
  readonly title: string;
}
