import { record, type Unverified } from '../../../platform/read';
import { searchFields as search } from '../../fields/search-fields';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

type Where =
  { readonly everywhere: true } | { readonly projectKey: string } | { readonly changedWithinHours: number };

/** Something happened that may leave many fields behind: compare all that is found, a page at a time. */
export interface SearchFieldsJob {
  readonly kind: 'search-fields';
  readonly where: Where;
  readonly cursor?: string | undefined;
  /** How many pages came before. */
  readonly page?: number | undefined;
}

function whereIn({ everywhere, projectKey, changedWithinHours }: Unverified): Where | null {
  if (everywhere === true) return { everywhere };
  if (typeof changedWithinHours === 'number') return { changedWithinHours };
  const key = textIn(projectKey);
  return key === undefined ? null : { projectKey: key };
}

export const searchFields = defineJob<SearchFieldsJob>({
  kind: 'search-fields',
  paged: true,
  canWait: true,
  read(body) {
    const where = whereIn(record(body['where']));
    const page = body['page'];
    return (
      where && {
        kind: 'search-fields',
        where,
        cursor: textIn(body['cursor']),
        page: typeof page === 'number' ? page : undefined,
      }
    );
  },
  run: search,
});
