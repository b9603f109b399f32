import type { IssueKey } from '../../domain/values';
import { retry } from '../../platform/retry';
import type { Jira } from '../ports';
import { compare, type ComparePorts } from './compare-fields';
import type { FieldsScope, ItemWithFields } from './ports';

export interface CompareChildrenPorts extends ComparePorts {
  readonly jira: ComparePorts['jira'] & Pick<Jira, 'searchFields'>;
}

/** What is below is looked for whatever it is: each item's own project says whether it follows. */
const ANY: FieldsScope = { issueTypes: [], followers: 'none' };
const PAGE = 100;
/** More than any hierarchy of Jira has, and more children than one item should: the daily search finds what is left. */
const MOST_LEVELS = 10;
const MOST_PAGES = 20;

async function childrenOf(
  parents: readonly IssueKey[],
  { jira }: CompareChildrenPorts,
): Promise<readonly ItemWithFields[]> {
  const found: ItemWithFields[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const at = pageToken;
    const { items, nextPageToken } = await retry(() =>
      jira.searchFields({ parents }, ANY, { most: PAGE, pageToken: at }),
    );
    found.push(...items);
    pageToken = nextPageToken;
    if (pageToken === undefined) break;
  }
  return found;
}

/**
 * Compares the fields of everything below some items, level by level: an item in between may say the same as before, while
 * those below it follow the one above both.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function compareChildren(
  parents: readonly IssueKey[],
  ports: CompareChildrenPorts,
): Promise<void> {
  let above = parents.slice(0, PAGE);
  for (let level = 0; above.length > 0 && level < MOST_LEVELS; level += 1) {
    const children = await childrenOf(above, ports);
    for (let at = 0; at < children.length; at += PAGE) await compare(children.slice(at, at + PAGE), ports);
    // Nothing lies below a sub-task.
    above = children
      .filter(({ type }) => (type.level ?? 0) >= 0)
      .slice(0, PAGE)
      .map(({ issueKey }) => issueKey);
  }
}
