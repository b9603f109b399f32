import type { DecisionsAnswer } from '../../../src/contract/decisions';
import type { DecisionFilter, DecisionLine } from '../../../src/domain/decisions/register';
import { usePages, type Gathered } from '../../ui/use-pages';

interface AllDecisions {
  readonly lines: readonly DecisionLine[];
  readonly titles: DecisionsAnswer['titles'];
  readonly people: DecisionsAnswer['people'];
  /** The backend's clock at the last page. */
  readonly now: string | null;
}

const sum = {
  nothing: { lines: [], titles: {}, people: {}, now: null } as AllDecisions,
  add: (before: AllDecisions, page: DecisionsAnswer): AllDecisions => ({
    lines: [...before.lines, ...page.lines],
    titles: { ...before.titles, ...page.titles },
    people: { ...before.people, ...page.people },
    now: page.now,
  }),
};

/** A project's register, page by page. */
export const useDecisions = (filter: DecisionFilter, attempt: number): Gathered<AllDecisions> =>
  usePages('decision/list', { filter }, attempt, sum);
