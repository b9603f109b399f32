import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { Limits } from '../../../src/domain/report/drift/xmr';
import type { Unit } from '../../../src/domain/report/indicators/indicators';
import type { WeekPoint } from '../../../src/domain/report/indicators/series';
import { draw, MARGIN } from './model/chart';
import type { PolicyChange } from './model/policy-changes';

/** A row of weekly figures with its limits. What it shows is also in a table beside it. */
export function Chart({
  points,
  limits,
  marked,
  since,
  policyChanges = [],
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
  policyChanges?: readonly PolicyChange[];
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
        {drawing.band && (
          <rect
            fill={token('color.background.accent.blue.subtlest')}
            x={MARGIN.left}
            width={Math.max(0, right - MARGIN.left)}
            {...drawing.band}
          />
        )}
        {drawing.ticks.map(({ y, value }) => (
          <g key={value}>
            <line stroke={token('color.border')} x1={MARGIN.left} x2={right} y1={y} y2={y} />
            <text style={words} x={MARGIN.left - 6} y={y} dy="0.32em" textAnchor="end">
              {figure(value)}
            </text>
          </g>
        ))}
        {drawing.mean !== null && (
          <line
            stroke={token('color.border.accent.blue')}
            strokeDasharray="4 3"
            x1={MARGIN.left}
            x2={right}
            y1={drawing.mean}
            y2={drawing.mean}
          />
        )}
        {since !== undefined && (
          <line
            stroke={token('color.border.bold')}
            strokeDasharray="2 3"
            x1={drawing.xOf(since)}
            x2={drawing.xOf(since)}
            y1={MARGIN.top}
            y2={height - MARGIN.bottom}
          />
        )}
        {policyChanges
          .filter(({ week }) => points.some((point) => point.week === week))
          .map(({ week, letter }) => (
            <g key={week}>
              <line
                stroke={token('color.border.accent.purple')}
                strokeDasharray="2 3"
                strokeWidth={1.5}
                x1={drawing.xOf(week)}
                x2={drawing.xOf(week)}
                y1={MARGIN.top}
                y2={height - MARGIN.bottom}
              />
              <text style={letters} x={drawing.xOf(week) + 3} y={MARGIN.top} dy="0.6em">
                {letter}
              </text>
            </g>
          ))}
        <path
          fill="none"
          stroke={token('color.icon.accent.blue')}
          strokeWidth={2}
          strokeLinejoin="round"
          d={drawing.path}
        />
        {drawing.dots.map(({ week, x, y }) =>
          marked.has(week) ? (
            <rect
              key={week}
              fill={token('color.icon.danger')}
              stroke={token('elevation.surface.raised')}
              strokeWidth={1.5}
              x={x - 4}
              y={y - 4}
              width={8}
              height={8}
            />
          ) : (
            <circle key={week} fill={token('color.icon.accent.blue')} cx={x} cy={y} r={2.5} />
          ),
        )}
        {first !== undefined && (
          <text style={words} x={MARGIN.left} y={height - 5}>
            {date(first)}
          </text>
        )}
        {last !== undefined && last !== first && (
          <text style={words} x={right} y={height - 5} textAnchor="end">
            {date(last)}
          </text>
        )}
      </svg>
    </div>
  );
}

const words = { fill: token('color.text.subtle'), font: token('font.body.small') };
const letters = { ...words, fill: token('color.text.accent.purple'), fontWeight: token('font.weight.bold') };

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
