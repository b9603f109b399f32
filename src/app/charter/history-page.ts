import type { HistoryPageAnswer } from '../../contract/answers';
import { historyAsSeen, issuesIn } from '../../domain/charter/hidden-issues';
import type { AuthorizedItem } from './authorize-item';
import type { CharterStore, HistoryPage, StoredCharter } from './ports';
import type { Jira } from '../ports';
import { providerSight } from '../subject/provider-sight';
import { peopleInHistory } from '../../domain/charter/people';
import { readPeople } from '../subject/read-people';

export interface HistoryPorts {
  readonly jira: Pick<Jira, 'people' | 'issueSummaries'>;
  readonly charters: Pick<CharterStore, 'readLedger'>;
}

function entriesBefore(stored: StoredCharter, before: number, charters: HistoryPorts['charters']) {
  if (before > stored.earlier || stored.earlier === 0) {
    const page: HistoryPage = {
      events: stored.history.slice(0, Math.max(0, before - stored.earlier)),
      from: stored.earlier,
    };
    return page;
  }
  return charters.readLedger(stored, before);
}

/**
 * A page of the item's history, going back from the newest. Entries keep their numbers for good,
 * so pages fit together whatever is added meanwhile.
 */
export async function historyPage(
  { item, stored, people: known }: AuthorizedItem,
  { before = Number.POSITIVE_INFINITY }: { readonly before?: number | undefined },
  { jira, charters }: HistoryPorts,
): Promise<HistoryPageAnswer> {
  const { events, from } = await entriesBefore(stored, before, charters);
  const [people, sees] = await Promise.all([
    readPeople(jira, 'user', peopleInHistory(events), known),
    providerSight(issuesIn(events), item ? [item] : [], jira),
  ]);
  return {
    ok: true,
    events: historyAsSeen(events, sees),
    from,
    ...(from > 0 && { nextBefore: from }),
    people,
  };
}
