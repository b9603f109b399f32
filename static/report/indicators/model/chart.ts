import { scaleLinear, scalePoint, type ScaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Limits } from '../../../../src/domain/report/drift/xmr';
import type { Unit } from '../../../../src/domain/report/indicators/indicators';
import type { WeekPoint } from '../../../../src/domain/report/indicators/series';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const HOURS_A_DAY = 24;
export const MARGIN = { top: 10, right: 10, bottom: 22, left: 44 } as const;

/** A chart in pixels, ready to be drawn. */
export interface Drawing {
  readonly path: string;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly week: string }[];
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly band: { readonly y: number; readonly height: number } | null;
  readonly mean: number | null;
  readonly xOf: (week: string) => number;
}

/** From the first week that has a figure. */
export function sinceFirst(points: readonly WeekPoint[]): readonly WeekPoint[] {
  const first = points.findIndex(({ value }) => value !== null);
  return first < 0 ? [] : points.slice(first);
}

/** What lies within the limits, as far as the measure can go: nothing is below none, no share above all. */
export const shownLimits = (limits: Limits, unit: Unit): { readonly low: number; readonly high: number } => ({
  low: Math.max(0, limits.lower),
  high: unit === 'share' ? Math.min(1, limits.upper) : limits.upper,
});

/** Ticks at whole days, where the axis speaks of days. */
function ticksOf(scale: ScaleLinear<number, number>, unit: Unit): readonly number[] {
  const [, most = 0] = scale.domain();
  if (unit !== 'hours' || most < 2 * HOURS_A_DAY) return scale.ticks(3);
  const days = scaleLinear().domain([0, most / HOURS_A_DAY]);
  return days.ticks(3).map((day) => day * HOURS_A_DAY);
}

export function draw(
  points: readonly WeekPoint[],
  limits: Limits | null,
  unit: Unit,
  { width, height }: Size,
): Drawing {
  const shown = limits && shownLimits(limits, unit);
  const most = Math.max(...points.map(({ value }) => value ?? 0), shown?.high ?? 0);
  const x = scalePoint(
    points.map(({ week }) => week),
    [MARGIN.left, width - MARGIN.right],
  );
  const y = scaleLinear(
    [0, unit === 'share' ? 1 : Math.max(most * 1.05, 1)],
    [height - MARGIN.bottom, MARGIN.top],
  );
  const xOf = (week: string): number => x(week) ?? MARGIN.left;
  const path = line<WeekPoint>()
    .defined(({ value }) => value !== null)
    .x(({ week }) => xOf(week))
    .y(({ value }) => y(value ?? 0));
  return {
    path: path([...points]) ?? '',
    dots: points.flatMap(({ week, value }) => (value === null ? [] : [{ week, x: xOf(week), y: y(value) }])),
    ticks: ticksOf(y, unit).map((value) => ({ value, y: y(value) })),
    band: shown && { y: y(shown.high), height: y(shown.low) - y(shown.high) },
    mean: limits && y(limits.mean),
    xOf,
  };
}
