import type { IndicatorsAnswer, PolicyTurnView } from '../../../src/contract/indicators';
import { together, type Evidence } from '../../../src/domain/report/indicators/evidence';
import { usePages, type Gathered } from '../../ui/use-pages';

interface AllEvidence {
  readonly evidence: Evidence;
  readonly weeks: readonly string[];
  readonly turns: readonly PolicyTurnView[];
  readonly people: IndicatorsAnswer['people'];
}

const sum = {
  nothing: { evidence: together([]), weeks: [], turns: [], people: {} } as AllEvidence,
  add: (before: AllEvidence, page: IndicatorsAnswer): AllEvidence => ({
    evidence: together([before.evidence, page.evidence]),
    weeks: page.weeks,
    turns: page.turns ?? before.turns,
    people: { ...before.people, ...page.people },
  }),
};

/** The evidence of the usual weeks, or of so many, page by page. */
export const useEvidence = (
  from: 'report/indicators' | 'report/past',
  attempt: number,
  weeks?: number,
): Gathered<AllEvidence> => usePages(from, weeks === undefined ? {} : { weeks }, attempt, sum);
