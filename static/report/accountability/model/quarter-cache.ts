import type { WeekFigures } from '../../../../src/domain/report/accountability/week-figures';
import type { AccountId, IsoDate } from '../../../../src/domain/values';

const PREFIX = 'holdfast-quarter:';

/** Whose quarter of which project. */
export interface QuarterOf {
  readonly accountId: AccountId | undefined;
  readonly projectKey: string;
}

const keyOf = ({ accountId = '', projectKey }: QuarterOf): string => `${PREFIX}${accountId}:${projectKey}`;

const isWeek = (one: unknown): one is WeekFigures =>
  typeof one === 'object' &&
  one !== null &&
  'week' in one &&
  typeof one.week === 'string' &&
  (['known', 'passing', 'promises', 'unanswered'] as const).every(
    (name) => typeof (one as Readonly<Record<string, unknown>>)[name] === 'number',
  );

/** What this reader's browser kept today; null where there is nothing, or it is of another day. */
export function keptQuarter(of: QuarterOf, today: IsoDate): readonly WeekFigures[] | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(of)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('on' in kept) || !('weeks' in kept)) return null;
    const { on, weeks } = kept;
    return on === today && Array.isArray(weeks) && weeks.every(isWeek) ? weeks : null;
  } catch {
    return null;
  }
}

/** Keeps a quarter for the rest of the day, for this reader alone. */
export function keepQuarter(of: QuarterOf, today: IsoDate, weeks: readonly WeekFigures[]): void {
  try {
    window.localStorage.setItem(keyOf(of), JSON.stringify({ on: today, weeks }));
  } catch {
    // Browsers may deny storage to a frame from another site; it is reckoned again at the next visit.
  }
}
