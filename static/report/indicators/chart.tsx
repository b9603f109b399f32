import { useMemo } from 'react';
import { token } from '@atlaskit/tokens';
import type { Limits } from '../../../src/domain/report/drift/xmr';
import type { Unit } from '../../../src/domain/report/indicators/indicators';
import type { WeekPoint } from '../../../src/domain/report/indicators/series';
import { Ends, PolicyChangeLines, Scale, Weeks } from './chart-marks';
import { draw, MARGIN } from './model/chart';
import type { PolicyChange } from './model/policy-changes';
import { useWidth } from './use-width';

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
  const bottom = height - MARGIN.bottom;
  const [first, last] = [points[0]?.week, points.at(-1)?.week];
  return (
    <div ref={box} className="hf-chart" style={{ height }}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <Scale drawing={drawing} right={right} figure={figure} />
        {since !== undefined && (
          <line
            stroke={token('color.border.bold')}
            strokeDasharray="2 3"
            x1={drawing.xOf(since)}
            x2={drawing.xOf(since)}
            y1={MARGIN.top}
            y2={bottom}
          />
        )}
        <PolicyChangeLines
          changes={policyChanges.filter(({ week }) => points.some((point) => point.week === week))}
          drawing={drawing}
          bottom={bottom}
        />
        <path
          fill="none"
          stroke={token('color.icon.accent.blue')}
          strokeWidth={2}
          strokeLinejoin="round"
          d={drawing.path}
        />
        <Weeks drawing={drawing} marked={marked} />
        <Ends first={first} last={last} right={right} y={height - 5} date={date} />
      </svg>
    </div>
  );
}
