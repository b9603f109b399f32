import { useEffect, useState } from 'react';
import type { QuarterAnswer } from '../../../src/contract/calls/report/quarter';
import { sumOfWeeks, type WeekFigures } from '../../../src/domain/report/accountability/week-figures';
import { call, type Failure } from '../../ui/call';
import { readPages } from '../../ui/read-pages';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { keepQuarter, keptQuarter } from './model/quarter-cache';

/**
 * The weeks of a project's quarter, over what the reader may see: reckoned once a day and kept in their browser, and anew
 * at another `attempt`. Null until they are there, and where they could not be read.
 *
 * @param isWanted false while the page has something more urgent to ask
 */
export function useQuarter(
  projectKey: string,
  isWanted: boolean,
  attempt: number,
): readonly WeekFigures[] | null {
  const { accountId } = useSurroundings();
  const today = useToday();
  const [weeks, setWeeks] = useState(() => keptQuarter({ accountId, projectKey }, today));
  const isKept = weeks !== null && attempt === 0;
  // The attempt that is reckoned: once it has begun, it is not begun again because the page reads something else.
  const [begun, setBegun] = useState<number | null>(null);
  if (isWanted && !isKept && begun !== attempt) setBegun(attempt);
  useEffect(() => {
    if (begun === null) return;
    const leaving = new AbortController();
    let so: readonly WeekFigures[] = [];
    void readPages<QuarterAnswer>(
      (cursor): Promise<QuarterAnswer | Failure> =>
        call('report/quarter', { ...(cursor !== null && { cursor }) }),
      (answer) => {
        if (!answer.ok) return;
        so = sumOfWeeks([so, answer.weeks]);
        if (answer.nextCursor !== undefined) return;
        setWeeks(so);
        // What the project shares is as fresh as its record: only the reader's own is worth keeping.
        if (answer.keptAt === undefined) keepQuarter({ accountId, projectKey }, today, so);
      },
      leaving.signal,
    );
    return () => leaving.abort();
  }, [begun, accountId, projectKey, today]);
  return weeks;
}
