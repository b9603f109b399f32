import { useEffect, useState } from 'react';
import type { IndicatorsAnswer, PolicyTurnView } from '../../../src/contract/indicators';
import type { Input } from '../../../src/contract/inputs';
import { together, type Evidence } from '../../../src/domain/report/indicators/evidence';
import { call, type Problem } from '../../ui/call';

/** What the pages read so far say. */
export interface Gathered {
  readonly evidence: Evidence;
  readonly weeks: readonly string[];
  readonly turns: readonly PolicyTurnView[];
  readonly people: IndicatorsAnswer['people'];
  readonly state: 'loading' | 'done' | Problem;
}

const nothing: Gathered = { evidence: together([]), weeks: [], turns: [], people: {}, state: 'loading' };

/** Reads page after page, of the usual weeks or so many; leaving stops it, and what is there stays usable. */
export function useEvidence(
  from: 'report/indicators' | 'report/past',
  attempt: number,
  weeks?: number,
): Gathered {
  const [gathered, setGathered] = useState(nothing);
  useEffect(() => {
    const leaving = new AbortController();
    const read = async () => {
      let so = nothing;
      let cursor: string | undefined;
      do {
        const input: Input<'report/indicators'> = {
          ...(weeks !== undefined && { weeks }),
          ...(cursor !== undefined && { cursor }),
        };
        const answer = await call(from, input);
        if (leaving.signal.aborted) return;
        if (!answer.ok) return setGathered({ ...so, state: answer.error });
        cursor = answer.nextCursor;
        so = {
          evidence: together([so.evidence, answer.evidence]),
          weeks: answer.weeks,
          turns: answer.turns ?? so.turns,
          people: { ...so.people, ...answer.people },
          state: cursor === undefined ? 'done' : 'loading',
        };
        setGathered(so);
      } while (cursor !== undefined);
    };
    void read();
    return () => leaving.abort();
  }, [from, attempt, weeks]);
  return gathered;
}
