import { useText } from './text';
import './sparkline.css';

const WIDTH = 96;
const HEIGHT = 28;
const MARGIN = 3;

/** The path of a line from week to week, in pixels; level where all values are the same. */
export function sparkPath(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (WIDTH - 2 * MARGIN) / Math.max(values.length - 1, 1);
  const y = (value: number): number =>
    high === low ? HEIGHT / 2 : HEIGHT - MARGIN - ((value - low) / (high - low)) * (HEIGHT - 2 * MARGIN);
  return values
    .map((value, at) => `${at === 0 ? 'M' : 'L'}${(MARGIN + at * step).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
}

/** A number's quarter, week by week, as a line; its room is there before it is. */
export function Sparkline({ values }: { values: readonly number[] | null }) {
  const t = useText();
  if (values === null || values.length < 2) return <span className="hf-spark" aria-hidden="true" />;
  const path = sparkPath(values);
  const [x, y] = path.slice(path.lastIndexOf('L') + 1).split(' ');
  return (
    <span className="hf-spark">
      <svg
        width="100%"
        height={HEIGHT}
        preserveAspectRatio="none"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('ui.lineLabel', {
          weeks: values.length - 1,
          from: values[0] ?? 0,
          to: values.at(-1) ?? 0,
        })}
      >
        <path d={path} />
        <circle cx={x} cy={y} r="2.5" />
      </svg>
    </span>
  );
}
