import { useEffect, useState } from 'react';
import type { HandoffsAnswer } from '../../../src/contract/handoffs';
import type { Input } from '../../../src/contract/inputs';
import { allHandoffs, type Handoffs } from '../../../src/domain/report/handoffs/handoffs';
import { call, type Problem } from '../../ui/call';
import type { Scope } from '../view/view-state';

/** What the pages read so far say. */
export interface Gathered {
  readonly handoffs: Handoffs;
  readonly expectedHours: HandoffsAnswer['expectedHours'];
  readonly people: HandoffsAnswer['people'];
  readonly now: string | null;
  readonly state: 'loading' | 'done' | Problem;
}

const nothing: Gathered = {
  handoffs: allHandoffs([]),
  expectedHours: null,
  people: {},
  now: null,
  state: 'loading',
};

/** Reads page after page; leaving stops it, and what is there stays usable. */
export function useHandoffs(scope: Scope, attempt: number): Gathered {
  const [gathered, setGathered] = useState(nothing);
  useEffect(() => {
    const leaving = new AbortController();
    const read = async () => {
      let so = nothing;
      setGathered(so);
      let cursor: string | undefined;
      do {
        const input: Input<'report/handoffs'> = { scope, ...(cursor !== undefined && { cursor }) };
        const answer = await call('report/handoffs', input);
        if (leaving.signal.aborted) return;
        if (!answer.ok) return setGathered({ ...so, state: answer.error });
        cursor = answer.nextCursor;
        so = {
          handoffs: allHandoffs([so.handoffs, answer.handoffs]),
          expectedHours: answer.expectedHours,
          people: { ...so.people, ...answer.people },
          now: answer.now,
          state: cursor === undefined ? 'done' : 'loading',
        };
        setGathered(so);
      } while (cursor !== undefined);
    };
    void read();
    return () => leaving.abort();
  }, [scope, attempt]);
  return gathered;
}
