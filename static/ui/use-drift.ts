import { useMemo } from 'react';
import type { DriftAnswer } from '../../src/contract/indicators';
import { addPage, driftIn, type DriftPages, type DriftView } from '../../src/contract/drift';
import type { Problem } from './call';
import { usePages } from './use-pages';

const sum = {
  nothing: { pages: null } as { readonly pages: DriftPages | null },
  add: ({ pages }: { readonly pages: DriftPages | null }, page: DriftAnswer) => ({
    pages: addPage(pages, page),
  }),
};
const NOTHING_ASKED = {};

/**
 * What changed in the project's follow-through, page by page. Null before the first answer.
 *
 * @param attempt another number begins anew; null asks nothing yet
 */
export function useDrift(attempt: number | null): {
  readonly drift: DriftView | null;
  readonly state: 'loading' | 'done' | Problem;
} {
  const { pages, state } = usePages('report/drift', NOTHING_ASKED, attempt, sum);
  const drift = useMemo(() => pages && driftIn(pages), [pages]);
  return { drift, state };
}
