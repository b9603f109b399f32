import { worstOf, type AtRisk } from '../accountability/risk';
import { figuresIn, summarised, type Figures } from '../accountability/summary';
import { sumOfWeeks, type WeekFigures } from '../accountability/week-figures';

/** Some of a project's open items, as a line of the portfolio counts them. Two parts, put together, are those of both. */
export interface PortfolioPart<W extends AtRisk = AtRisk> {
  readonly figures: Figures;
  /** Oldest first; without the running week. */
  readonly weeks: readonly WeekFigures[];
  /** The item most at risk; null where all pass the test, or nobody knows. */
  readonly worst: W | null;
}

/** The same line over disjoint sets of items; the order does not matter. */
export const joined = <W extends AtRisk>(parts: readonly PortfolioPart<W>[]): PortfolioPart<W> => ({
  figures: figuresIn(summarised(parts.map(({ figures }) => ({ ...figures, handoffs: [] })))),
  weeks: sumOfWeeks(parts.map(({ weeks }) => weeks)),
  worst: worstOf(parts.map(({ worst }) => worst)),
});
