import type { GraphAnswer } from '../../../src/contract/graph';
import { joinedLines, type GraphLine } from '../../../src/domain/report/graph/graph';
import { usePages, type Gathered } from '../../ui/use-pages';

interface AllLines {
  readonly lines: readonly GraphLine[];
  readonly notKnown: number;
  /** Some chains go on further than was read. */
  readonly goesOn: boolean;
  /** The backend's clock at the last page. */
  readonly now: string | null;
}

const sum = {
  nothing: { lines: [], notKnown: 0, goesOn: false, now: null } as AllLines,
  add: (before: AllLines, page: GraphAnswer): AllLines => ({
    lines: joinedLines(before.lines, page.lines),
    notKnown: before.notKnown + page.notKnown,
    goesOn: before.goesOn || page.goesOn,
    now: page.now,
  }),
};

/** What a project's items wait for, page by page. */
export const useGraph = (attempt: number): Gathered<AllLines> => usePages('graph/get', {}, attempt, sum);
