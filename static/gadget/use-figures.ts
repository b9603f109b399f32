import { useState } from 'react';
import type { GadgetAnswer } from '../../src/contract/gadget';
import type { DriftView } from '../../src/contract/drift';
import { summarised, type Summary } from '../../src/domain/report/accountability/summary';
import { useDrift } from '../ui/use-drift';
import { usePages, type Gathered } from '../ui/use-pages';

interface Figures {
  readonly summary: Summary;
  readonly enforced: boolean;
  /** The time the policy gives to answer a request; null before the first answer. */
  readonly answerWithin: GadgetAnswer['answerWithin'] | null;
  /** What the project shares with everybody who browses it; null where these are the reader's own numbers, or nothing came yet. */
  readonly kept: NonNullable<GadgetAnswer['kept']> | null;
}

export type GatheredFigures = Gathered<Figures>;

const sum = {
  nothing: {
    summary: summarised([]),
    enforced: false,
    answerWithin: null,
    kept: null,
  } as Figures,
  add: (before: Figures, page: GadgetAnswer): Figures => ({
    summary: summarised([before.summary, page.summary]),
    enforced: page.enforced,
    answerWithin: page.answerWithin,
    kept: page.kept ?? null,
  }),
};

/** The project's numbers, page by page, and what drifts in it; where it shares its numbers, they say both in one answer. */
export function useFigures(attempt: number): {
  readonly gathered: GatheredFigures;
  /** Null while on its way, and where nobody asked. */
  readonly drift: DriftView | 'lost' | null;
  /** Reckons the reader's own numbers, with whom they speak of. */
  readonly askOwn: () => void;
} {
  const [own, setOwn] = useState(false);
  const gathered = usePages('report/gadget', own ? OWN : ANY, attempt, sum);
  const isOwn = gathered.kept === null && (gathered.summary.items > 0 || gathered.state !== 'loading');
  const { drift: so, state } = useDrift(isOwn ? attempt : null);
  const drift = typeof state === 'object' ? 'lost' : state === 'done' ? so : null;
  return { gathered, drift, askOwn: () => setOwn(true) };
}

const ANY = {};
const OWN = { own: true };
