import { token } from '@atlaskit/tokens';
import { MARGIN, type Drawing } from './model/chart';
import type { PolicyChange } from './model/policy-changes';

const words = { fill: token('color.text.subtle'), font: token('font.body.small') };
const letters = { ...words, fill: token('color.text.accent.purple'), fontWeight: token('font.weight.bold') };

/** The axis of the figures, and the limits over it. */
export function Scale({
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
    </>
  );
}

/** Upright lines, each with its letter, in the weeks in which the policy changed. */
export function PolicyChangeLines({
  changes,
  drawing,
  bottom,
}: {
  changes: readonly PolicyChange[];
  drawing: Drawing;
  bottom: number;
}) {
  return changes.map(({ week, letter }) => (
    <g key={week}>
      <line
        stroke={token('color.border.accent.purple')}
        strokeDasharray="2 3"
        strokeWidth={1.5}
        x1={drawing.xOf(week)}
        x2={drawing.xOf(week)}
        y1={MARGIN.top}
        y2={bottom}
      />
      <text style={letters} x={drawing.xOf(week) + 3} y={MARGIN.top} dy="0.6em">
        {letter}
      </text>
    </g>
  ));
}

/** A dot for each week, and a square where the week is marked. */
export function Weeks({ drawing, marked }: { drawing: Drawing; marked: ReadonlySet<string> }) {
  return drawing.dots.map(({ week, x, y }) =>
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
  );
}

/** The first and the last week under the figures. */
export function Ends({
  first,
  last,
  right,
  y,
  date,
}: {
  first: string | undefined;
  last: string | undefined;
  right: number;
  y: number;
  date: (week: string) => string;
}) {
  return (
    <>
      {first !== undefined && (
        <text style={words} x={MARGIN.left} y={y}>
          {date(first)}
        </text>
      )}
      {last !== undefined && last !== first && (
        <text style={words} x={right} y={y} textAnchor="end">
          {date(last)}
        </text>
      )}
    </>
  );
}
