import { DAY_MS } from '../../time/time';
import { median } from '../median';
import type { Checkpoint } from '../../policy/rules';
import type { Durations, Figures, RuleFigure } from './figures';

/** Fewer finished items say nothing about how long work takes. */
export const FEWEST_ITEMS = 10;

/** So many moves of one person within one minute were made in bulk. */
export const BULK_FROM = 10;

export interface Typical {
  /** Finished items, and those still open. */
  readonly finished: number;
  readonly unfinished: number;
  /** Median; null below `FEWEST_ITEMS`. */
  readonly days: number | null;
}

const typical = ({ took, unfinished }: Durations): Typical => ({
  finished: took.length,
  unfinished,
  days: took.length >= FEWEST_ITEMS ? median(took) / DAY_MS : null,
});

export interface Summary {
  /** Moves at a checkpoint, and what would have become of them. */
  readonly start: { readonly moves: number; readonly blocked: number; readonly warned: number };
  readonly finish: { readonly moves: number; readonly blocked: number; readonly warned: number };
  readonly withGap: Typical;
  readonly withoutGap: Typical;
  /** Moves at a checkpoint that were made in bulk, and those of them that would have been stopped. */
  readonly bulk: { readonly moves: number; readonly blocked: number };
}

function checkpoint({ verdicts }: Figures, at: Checkpoint): Summary['start'] {
  const { pass, warn, block } = verdicts[at];
  return { moves: pass + warn + block, blocked: block, warned: warn };
}

/** What a page says of the figures, with medians and what is too little to have one. */
export function summaryOf(figures: Figures): Summary {
  const bulk = figures.batches.filter(({ moves }) => moves >= BULK_FROM);
  return {
    start: checkpoint(figures, 'start'),
    finish: checkpoint(figures, 'finish'),
    withGap: typical(figures.withGap),
    withoutGap: typical(figures.withoutGap),
    bulk: {
      moves: bulk.reduce((sum, { moves }) => sum + moves, 0),
      blocked: bulk.reduce((sum, { blocked }) => sum + blocked, 0),
    },
  };
}

/** The rule that would have stopped most moves at a checkpoint; null where none would have. */
export const foremost = ({ rules }: Figures, at: Checkpoint): RuleFigure | null =>
  rules
    .filter(({ checkpoint: one, blocked }) => one === at && blocked > 0)
    .reduce<RuleFigure | null>((most, one) => (most && most.blocked >= one.blocked ? most : one), null);
