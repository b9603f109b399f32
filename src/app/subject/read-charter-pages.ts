import { retry } from '../../platform/retry';
import type { CharterPage, CharterStore, StoredCharter } from '../charter/ports';

/**
 * So many pages of all charters, from a cursor on, as one: an invocation costs more than the page it looks at.
 *
 * @throws Unavailable when storage does not answer.
 */
export async function readCharterPages(
  cursor: string | undefined,
  pages: number,
  { charters }: { readonly charters: Pick<CharterStore, 'find'> },
): Promise<CharterPage> {
  const found: CharterPage['found'][number][] = [];
  const stored = new Map<string, StoredCharter>();
  let next = cursor;
  for (let page = 0; page < pages; page += 1) {
    const from = next;
    const one = await retry(() => charters.find({ everywhere: true }, from));
    found.push(...one.found);
    for (const [issueId, charter] of one.stored) stored.set(issueId, charter);
    next = one.next;
    if (next === undefined) break;
  }
  return { found, stored, ...(next !== undefined && { next }) };
}
