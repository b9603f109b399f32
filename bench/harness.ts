/** One measured figure. `ceiling` is what the project promises; `tolerance` is the share that noise may add. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  ceiling?: number;
  tolerance?: number;
  note?: string;
}

/** What a bench/*.bench.ts file exports as `bench`. */
export interface Bench {
  title: string;
  run(): Promise<Figure[]>;
}

export function withinCeiling({ value, ceiling, tolerance = 0 }: Figure): boolean {
  return ceiling === undefined || value <= ceiling * (1 + tolerance);
}

/** Middle value; the mean of the middle two when there is an even number. Throws on none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('the median of no values');
  return (lower + upper) / 2;
}
