import { useMemo } from 'react';
import type { Limits } from '../../../src/domain/report/drift/xmr';
import type { Unit } from '../../../src/domain/report/indicators/indicators';
import type { WeekPoint } from '../../../src/domain/report/indicators/series';
import { useSurroundings } from '../../ui/surroundings';
import { useText } from '../../ui/text';
import { figureText } from './model/figures';

/** How the figures and weeks of one chart are written. */
export function useFigures(points: readonly WeekPoint[], limits: Limits | null, unit: Unit) {
  const t = useText();
  const { locale } = useSurroundings();
  const largest = Math.max(0, ...points.map(({ value }) => value ?? 0), limits?.upper ?? 0);
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    return {
      figure: figureText(unit, largest, locale, t),
      date: (week: string) => day.format(Date.parse(`${week}T00:00:00Z`)),
    };
  }, [unit, largest, locale, t]);
}
