import { useEffect, useState } from 'react';
import type { GadgetAnswer } from '../../src/contract/gadget';
import type { DriftAnswer } from '../../src/contract/indicators';
import type { Input } from '../../src/contract/inputs';
import { summarised, type Summary } from '../../src/domain/report/accountability/summary';
import { call, type Failure, type Problem } from '../ui/call';

export interface Gathered {
  readonly summary: Summary;
  readonly enforced: boolean;
  /** The time the policy gives to answer a request; null before the first answer. */
  readonly answerWithin: GadgetAnswer['answerWithin'] | null;
  readonly people: GadgetAnswer['people'];
  readonly state: 'loading' | 'done' | Problem;
}

const nothing: Gathered = {
  summary: summarised([]),
  enforced: false,
  answerWithin: null,
  people: {},
  state: 'loading',
};

/** The project's numbers, stretch after stretch, and what drifts in it; both are asked at once. */
export function useFigures(attempt: number): {
  readonly gathered: Gathered;
  /** Null while on its way. */
  readonly drift: DriftAnswer | Failure | null;
} {
  const [gathered, setGathered] = useState(nothing);
  const [drift, setDrift] = useState<DriftAnswer | Failure | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const read = async () => {
      let so = nothing;
      let cursor: string | undefined;
      do {
        const input: Input<'report/gadget'> = cursor === undefined ? {} : { cursor };
        const answer = await call('report/gadget', input);
        if (leaving.signal.aborted) return;
        if (!answer.ok) return setGathered({ ...so, state: answer.error });
        cursor = answer.nextCursor;
        so = {
          summary: summarised([so.summary, answer.summary]),
          enforced: answer.enforced,
          answerWithin: answer.answerWithin,
          people: { ...so.people, ...answer.people },
          state: cursor === undefined ? 'done' : 'loading',
        };
        setGathered(so);
      } while (cursor !== undefined);
    };
    setGathered(nothing);
    setDrift(null);
    void read();
    void call('report/drift', {}).then((answer) => {
      if (!leaving.signal.aborted) setDrift(answer);
    });
    return () => leaving.abort();
  }, [attempt]);
  return { gathered, drift };
}
