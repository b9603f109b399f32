import type { IndicatorsAnswer, PolicyChangeView } from '../../../src/contract/indicators';
import { together, type Evidence } from '../../../src/domain/report/indicators/evidence';
import { usePages, type Gathered } from '../../ui/use-pages';

interface AllEvidence {
  readonly evidence: Evidence;
  readonly weeks: readonly string[];
  readonly policyChanges: readonly PolicyChangeView[];
}

const sum = {
  nothing: { evidence: together([]), weeks: [], policyChanges: [] } as AllEvidence,
  add: (before: AllEvidence, page: IndicatorsAnswer): AllEvidence => ({
    evidence: together([before.evidence, page.evidence]),
    weeks: page.weeks,
    policyChanges: page.turns ?? before.policyChanges,
  }),
};

/** The evidence of the usual weeks, or of so many, page by page. */
export const useEvidence = (
  from: 'report/indicators' | 'report/past',
  attempt: number,
  weeks?: number,
): Gathered<AllEvidence> => usePages(from, weeks === undefined ? {} : { weeks }, attempt, sum);
