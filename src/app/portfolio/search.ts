import { CallRefused } from '../../contract/refusal';
import { wordNotJql } from '../../contract/wording/refusals';
import { Unavailable } from '../../platform/unavailable';
import type { Jira } from '../ports';
import type { Reading, WorkItemPage } from '../subject/ports';
import { unknownCursor } from '../subject/unknown-cursor';
import type { OpenItemsSearch } from './ports';

/**
 * One page of the open items of some projects, as the user's own search finds them; none where Jira shows none of the
 * projects any more.
 *
 * @throws CallRefused `invalid` for JQL that Jira does not understand, and for a page that it does not know
 */
export async function searchAmong(
  search: OpenItemsSearch,
  options: { readonly reading: Reading; readonly pageToken: string | undefined },
  jira: Pick<Jira, 'openItemsAmong'>,
): Promise<WorkItemPage> {
  try {
    return (await jira.openItemsAmong(search, options)) ?? { items: [] };
  } catch (error) {
    if (!(error instanceof Unavailable) || error.failure !== 'broken-question') throw error;
    if (options.pageToken !== undefined) throw unknownCursor();
    if (search.jql === undefined) throw error;
    throw new CallRefused({ code: 'invalid', field: 'scope.jql', message: wordNotJql(error.messages) });
  }
}
