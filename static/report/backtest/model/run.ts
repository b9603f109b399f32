import type { BacktestAnswer } from '../../../../src/contract/backtest';
import type { Input } from '../../../../src/contract/inputs';
import { noFigures, together, type Figures } from '../../../../src/domain/report/backtest/figures';
import type { RuleId } from '../../../../src/domain/policy/rules';
import type { Failure, Problem } from '../../../ui/call';
import { readPages } from '../../../ui/read-pages';

export type Question = Omit<Input<'backtest/run'>, 'cursor'>;
type FetchPage = (input: Input<'backtest/run'>) => Promise<BacktestAnswer | Failure>;

/** A backtest as far as it went. What was replayed stays true and usable, however it ended. */
export interface Run {
  readonly question: Question;
  readonly figures: Figures;
  readonly untold: readonly RuleId[];
  /** Jira's estimate of the items in all, once a page told it. */
  readonly total: number | null;
  readonly cursor: string | null;
  readonly state: 'running' | 'stopped' | 'done' | Problem;
}

export const freshRun = (question: Question): Run => ({
  question,
  figures: noFigures,
  untold: [],
  total: null,
  cursor: null,
  state: 'running',
});

/** Whether it goes on by itself, now or when Jira may be asked again. */
export const isUnderWay = ({ state }: Run): boolean =>
  state === 'running' || (typeof state === 'object' && state.again !== undefined);

const afterPage = (run: Run, page: BacktestAnswer): Run => ({
  ...run,
  figures: together([run.figures, page.figures]),
  untold: page.untold,
  total: page.approximateTotal ?? run.total,
  cursor: page.nextCursor ?? null,
  state: page.nextCursor === undefined ? 'done' : 'running',
});

/** Replays page after page from where a run stands, telling what is known after each; nothing is told after the signal. */
export async function replayPages(
  fetchPage: FetchPage,
  start: Run,
  tell: (run: Run) => void,
  signal: AbortSignal,
): Promise<void> {
  let run: Run = { ...start, state: 'running' };
  tell(run);
  await readPages<BacktestAnswer>(
    (cursor) => fetchPage({ ...run.question, ...(cursor !== null && { cursor }) }),
    (answer) => {
      run = answer.ok ? afterPage(run, answer) : { ...run, state: answer.error };
      tell(run);
    },
    signal,
    run.cursor,
  );
}
