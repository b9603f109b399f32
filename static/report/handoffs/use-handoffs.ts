import type { HandoffsAnswer } from '../../../src/contract/handoffs';
import { allHandoffs, type Handoffs } from '../../../src/domain/report/handoffs/handoffs';
import { usePages, type Gathered } from '../../ui/use-pages';
import type { Scope } from '../view/view-state';

interface AllHandoffs {
  readonly handoffs: Handoffs;
  readonly expectedHours: HandoffsAnswer['expectedHours'];
  readonly people: HandoffsAnswer['people'];
  /** The backend's clock at the last page. */
  readonly now: string | null;
}

const sum = {
  nothing: { handoffs: allHandoffs([]), expectedHours: null, people: {}, now: null } as AllHandoffs,
  add: (before: AllHandoffs, page: HandoffsAnswer): AllHandoffs => ({
    handoffs: allHandoffs([before.handoffs, page.handoffs]),
    expectedHours: page.expectedHours,
    people: { ...before.people, ...page.people },
    now: page.now,
  }),
};

/** The handoffs of a scope, page by page. */
export const useHandoffs = (scope: Scope, attempt: number): Gathered<AllHandoffs> =>
  usePages('report/handoffs', { scope }, attempt, sum);
