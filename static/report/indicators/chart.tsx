import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Limits } from '../../../src/domain/report/drift/xmr';
import type { Unit } from '../../../src/domain/report/indicators/indicators';
import type { WeekPoint } from '../../../src/domain/report/indicators/series';
import { draw, MARGIN } from './model/chart';
import type { PolicyChange } from './model/policy-changes';

type Drawing = ReturnType<typeof draw>;

/** The grid with its figures, the limits and the mean. */
function Scale({
  drawing,
  right,
  figure,
}: {
  drawing: Drawing;
  right: number;
  figure: (value: number) => string;
}) {
  return (
    <>
      {drawing.band && (
        <rect
          className="hf-chart-band"
          x={MARGIN.left}
          width={Math.max(0, right - MARGIN.left)}
          {...drawing.band}
        />
      )}
      {drawing.ticks.map(({ y, value }) => (
        <g key={value}>
          <line className="hf-chart-grid" x1={MARGIN.left} x2={right} y1={y} y2={y} />
          <text className="hf-chart-text" x={MARGIN.left - 6} y={y} dy="0.32em" textAnchor="end">
            {figure(value)}
          </text>
        </g>
      ))}
      {drawing.mean !== null && (
        <line className="hf-chart-mean" x1={MARGIN.left} x2={right} y1={drawing.mean} y2={drawing.mean} />
      )}
    </>
  );
}

/** The ends of a line from top to bottom. */
const uprightAt = (x: number, height: number) => ({
  x1: x,
  x2: x,
  y1: MARGIN.top,
  y2: height - MARGIN.bottom,
});

function PolicyChangeMarks({
  changes,
  xOf,
  height,
}: {
  changes: readonly PolicyChange[];
  xOf: Drawing['xOf'];
  height: number;
}) {
  return changes.map(({ week, letter }) => (
    <g key={week}>
      <line className="hf-chart-turn" {...uprightAt(xOf(week), height)} />
      <text className="hf-chart-turn-name" x={xOf(week) + 3} y={MARGIN.top} dy="0.6em">
        {letter}
      </text>
    </g>
  ));
}

/** The line from week to week and a dot for each; a signal's weeks are marked. */
function Observations({ drawing, marked }: { drawing: Drawing; marked: ReadonlySet<string> }) {
  return (
    <>
      <path className="hf-chart-line" d={drawing.path} />
      {drawing.dots.map(({ week, x, y }) =>
        marked.has(week) ? (
          <rect key={week} className="hf-chart-marked" x={x - 4} y={y - 4} width={8} height={8} />
        ) : (
          <circle key={week} className="hf-chart-dot" cx={x} cy={y} r={2.5} />
        ),
      )}
    </>
  );
}

/** A row of weekly figures with its limits. What it shows is also in a table beside it. */
export function Chart({
  points,
  limits,
  marked,
  since,
  turns = [],
  unit,
  figure,
  date,
  label,
  height,
}: {
  points: readonly WeekPoint[];
  limits: Limits | null;
  marked: ReadonlySet<string>;
  /** Where what is told began. */
  since?: string | undefined;
  /** Weeks in which the policy changed. */
  turns?: readonly PolicyChange[];
  unit: Unit;
  figure: (value: number) => string;
  date: (week: string) => string;
  label: string;
  height: number;
}) {
  const [box, width] = useWidth();
  const drawing = useMemo(
    () => draw(points, limits, unit, { width, height }),
    [points, limits, unit, width, height],
  );
  const right = width - MARGIN.right;
  const [first, last] = [points[0]?.week, points.at(-1)?.week];
  return (
    <div ref={box} className="hf-chart" style={{ height }}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <Scale drawing={drawing} right={right} figure={figure} />
        {since !== undefined && (
          <line className="hf-chart-since" {...uprightAt(drawing.xOf(since), height)} />
        )}
        <PolicyChangeMarks
          changes={turns.filter(({ week }) => points.some((point) => point.week === week))}
          xOf={drawing.xOf}
          height={height}
        />
        <Observations drawing={drawing} marked={marked} />
        {first !== undefined && (
          <text className="hf-chart-text" x={MARGIN.left} y={height - 5}>
            {date(first)}
          </text>
        )}
        {last !== undefined && last !== first && (
          <text className="hf-chart-text" x={right} y={height - 5} textAnchor="end">
            {date(last)}
          </text>
        )}
      </svg>
    </div>
  );
}

const USUAL = 320;

/** How wide the chart may be, as its place changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(160, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
