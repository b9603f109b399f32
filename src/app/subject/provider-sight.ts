import type { ProvidersIssue, SeesIssue } from '../../domain/charter/hidden-issues';
import type { WorkItem } from '../../domain/gate/item';
import { Unavailable } from '../../platform/unavailable';
import type { Jira } from '../ports';
import { logError } from '../../platform/log';

/** As much of items that the reader's own reading brought as says which issues they may see. */
export type Theirs = Pick<WorkItem, 'blockers' | 'linkedIds'>;

/** Ids of the issues that a reader's reading brought, whatever its links are called in the reader's language. */
export const shownBy = ({ linkedIds, blockers }: Theirs): readonly string[] => [
  ...(linkedIds ?? []),
  ...blockers.flatMap((blocker) => (blocker.hidden ? [] : [blocker.issueId])),
];

/**
 * Which of some providers' own issues the reader may see. What their reading of the items brought by links is known;
 * the others cost one read as the reader, at most 100 a call to Jira, and none where there are no others. What cannot be
 * read is not shown: nothing proves that they may see it.
 *
 * @param theirs the items as Jira shows them to the reader; without an item in it, all is asked
 */
export async function providerSight(
  named: readonly ProvidersIssue[],
  theirs: readonly Theirs[],
  jira: Pick<Jira, 'issueSummaries'>,
): Promise<SeesIssue> {
  const ids = new Set(theirs.flatMap(shownBy));
  const keys = new Set(
    theirs.flatMap(({ blockers }) => blockers.flatMap((one) => (one.hidden ? [] : [one.issueKey]))),
  );
  const sees: SeesIssue = ({ providerIssueKey = '', providerIssueId }) =>
    providerIssueId === undefined ? keys.has(providerIssueKey) : ids.has(providerIssueId);
  const unknown = named.filter((one) => one.providerIssueKey !== undefined && !sees(one));
  const asked = [...new Set(unknown.flatMap((one) => one.providerIssueId ?? one.providerIssueKey ?? []))];
  if (asked.length === 0) return sees;
  try {
    for (const [issueId, { issueKey }] of await jira.issueSummaries(asked)) {
      ids.add(issueId);
      keys.add(issueKey);
    }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    logError('Nobody could say which of the providers’ issues may be named', error);
  }
  return sees;
}
