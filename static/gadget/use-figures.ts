import { useEffect, useState } from 'react';
import type { GadgetAnswer } from '../../src/contract/gadget';
import type { DriftAnswer } from '../../src/contract/indicators';
import { summarised, type Summary } from '../../src/domain/report/accountability/summary';
import { call, type Failure } from '../ui/call';
import { usePages, type Gathered } from '../ui/use-pages';

interface Figures {
  readonly summary: Summary;
  readonly enforced: boolean;
  /** The time the policy gives to answer a request; null before the first answer. */
  readonly answerWithin: GadgetAnswer['answerWithin'] | null;
  readonly people: GadgetAnswer['people'];
}

export type GatheredFigures = Gathered<Figures>;

const sum = {
  nothing: { summary: summarised([]), enforced: false, answerWithin: null, people: {} } as Figures,
  add: (before: Figures, page: GadgetAnswer): Figures => ({
    summary: summarised([before.summary, page.summary]),
    enforced: page.enforced,
    answerWithin: page.answerWithin,
    people: { ...before.people, ...page.people },
  }),
};

/** The project's numbers, page by page, and what drifts in it; both are asked at once. */
export function useFigures(attempt: number): {
  readonly gathered: GatheredFigures;
  /** Null while on its way. */
  readonly drift: DriftAnswer | Failure | null;
} {
  const gathered = usePages('report/gadget', {}, attempt, sum);
  const [drift, setDrift] = useState<DriftAnswer | Failure | null>(null);
  useEffect(() => {
    let left = false;
    setDrift(null);
    void call('report/drift', {}).then((answer) => {
      if (!left) setDrift(answer);
    });
    return () => {
      left = true;
    };
  }, [attempt]);
  return { gathered, drift };
}
