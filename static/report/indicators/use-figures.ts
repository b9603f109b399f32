import { useMemo } from 'react';
import { weekText } from '../../../src/contract/texts/dates';
import type { Limits } from '../../../src/domain/report/drift/xmr';
import type { Unit } from '../../../src/domain/report/indicators/indicators';
import type { WeekPoint } from '../../../src/domain/report/indicators/series';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { useText } from '../../ui/text';
import { figureText } from './model/figures';

/** How the figures and weeks of one chart are written. */
export function useFigures(points: readonly WeekPoint[], limits: Limits | null, unit: Unit) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const largest = Math.max(0, ...points.map(({ value }) => value ?? 0), limits?.upper ?? 0);
  return useMemo(() => {
    return {
      figure: figureText(unit, largest, locale, t),
      date: (week: string) => weekText(week, today, locale),
    };
  }, [unit, largest, locale, t, today]);
}
