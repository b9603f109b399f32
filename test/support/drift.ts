import { addPage, driftIn, type DriftPages, type DriftView } from '../../src/contract/drift';
import type { DriftAnswer } from '../../src/contract/indicators';

/** What changed, of all pages of one run, as a screen puts them together. */
export async function wholeDrift(
  ask: (cursor: string | undefined) => Promise<DriftAnswer>,
): Promise<DriftView> {
  let pages: DriftPages | null = null;
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    pages = addPage(pages, page);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return driftIn(pages);
}
