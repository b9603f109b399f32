import type { PolicyPreviewAnswer, PreviewItem } from '../../../src/contract/answers';
import type { BrakeOn } from '../../../src/domain/policy/brake';
import type { Failure, Problem } from '../../ui/call';
import { readPages } from '../../ui/read-pages';

/** What a policy that is not saved would change, as far as its items were looked at. */
export interface Preview {
  readonly looked: number;
  /** Of those: items that Holdfast may not see. */
  readonly notKnown: number;
  readonly changed: readonly PreviewItem[];
  /** Jira's estimate of all items, once a page told it. */
  readonly total: number | null;
  /** Everything observes for now: what would change is told as it will be then. */
  readonly brake?: BrakeOn | undefined;
  /** Where to go on. */
  readonly cursor: string | null;
  readonly state:
    | { readonly kind: 'loading' }
    /** Stopped by the reader, or after as many items as are looked at unasked. */
    | { readonly kind: 'paused' }
    | { readonly kind: 'done' }
    | { readonly kind: 'failed'; readonly problem: Problem };
}

export const nothingPreviewed: Preview = {
  looked: 0,
  notKnown: 0,
  changed: [],
  total: null,
  cursor: null,
  state: { kind: 'loading' },
};

type FetchPage = (cursor: string | null) => Promise<PolicyPreviewAnswer | Failure>;

/** An item that moved between two pages arrives twice; its later word counts. */
function joined(before: readonly PreviewItem[], more: readonly PreviewItem[]): readonly PreviewItem[] {
  const items = new Map(before.map((item) => [item.issueKey, item]));
  for (const item of more) items.set(item.issueKey, item);
  return [...items.values()];
}

const afterPage = (preview: Preview, page: PolicyPreviewAnswer): Preview => ({
  looked: preview.looked + page.looked,
  notKnown: preview.notKnown + page.notKnown,
  changed: joined(preview.changed, page.changed),
  total: page.approximateTotal ?? preview.total,
  brake: page.brake,
  cursor: page.nextCursor ?? null,
  state: { kind: page.nextCursor === undefined ? 'done' : 'loading' },
});

/**
 * Looks at page after page from where `start` stands, telling what is known after each. Pauses after `pages` pages;
 * ends with the last page, a failed one, or the signal, after which nothing is told any more.
 */
export async function loadPreview(
  fetchPage: FetchPage,
  start: Preview,
  pages: number,
  tell: (preview: Preview) => void,
  signal: AbortSignal,
): Promise<void> {
  let preview: Preview = { ...start, state: { kind: 'loading' } };
  tell(preview);
  let left = pages;
  await readPages<PolicyPreviewAnswer>(
    fetchPage,
    (answer) => {
      left -= 1;
      preview = answer.ok
        ? afterPage(preview, answer)
        : { ...preview, state: { kind: 'failed', problem: answer.error } };
      tell(preview);
      if (left > 0 || preview.state.kind !== 'loading') return true;
      tell({ ...preview, state: { kind: 'paused' } });
      return false;
    },
    signal,
    preview.cursor,
  );
}

/** The figures of the headline. */
export interface PreviewFigures {
  readonly newlyBlocked: number;
  readonly freed: number;
  /** Blocked or free as before, for other reasons. */
  readonly otherwise: number;
}

export function previewFigures({ changed }: Pick<Preview, 'changed'>): PreviewFigures {
  const newlyBlocked = changed.filter(({ before, after }) => before !== 'block' && after === 'block').length;
  const freed = changed.filter(({ before, after }) => before === 'block' && after !== 'block').length;
  return { newlyBlocked, freed, otherwise: changed.length - newlyBlocked - freed };
}

const weight = ({ before, after }: PreviewItem): number => {
  if (after === 'block' && before !== 'block') return 0;
  return before === 'block' && after !== 'block' ? 1 : 2;
};

/** What would newly be blocked first, then what would be free, then the rest; each in the order it came. */
export const byConsequence = (items: readonly PreviewItem[]): readonly PreviewItem[] =>
  [...items].sort((a, b) => weight(a) - weight(b));
