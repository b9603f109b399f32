import type { Unit } from '../../../../src/domain/report/indicators/indicators';
import type { Translate } from '../../../ui/text';

const DAY = 24;
const round = (n: number): number => (Math.abs(n) >= 10 ? Math.round(n) : Math.round(n * 10) / 10);

/** Figures of one chart all speak the same unit: hours become days where the largest is two days or more. */
export function figureText(
  unit: Unit,
  largest: number,
  locale: string,
  t: Translate,
): (value: number) => string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  if (unit === 'share') return (value) => percent.format(value);
  if (unit === 'count') return (value) => number.format(round(value));
  const inDays = unit === 'days' || largest >= 2 * DAY;
  const divisor = unit === 'hours' && inDays ? DAY : 1;
  return (value) => t(inDays ? 'drift.days' : 'drift.hours', { n: number.format(round(value / divisor)) });
}
