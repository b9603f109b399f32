import type { DecisionsAnswer } from '../../contract/decisions';
import { decisionLines, isWanted, type DecisionFilter } from '../../domain/decisions/register';
import type { CharterStore } from '../charter/ports';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import type { ItemPage } from '../subject/ports';
import { chartersAt } from '../subject/own-charter';
import { homeOf } from '../subject/policy-for';
import {
  readProjectPolicy,
  searchPage,
  type ProjectScopePorts,
  type RunOfPages,
} from '../subject/project-items';
import { readPeople } from '../subject/read-people';

export interface DecisionPorts extends ProjectScopePorts {
  readonly jira: ProjectScopePorts['jira'] &
    Pick<Jira, 'itemsEver' | 'projectRights' | 'issueSummaries' | 'people'>;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly clock: Clock;
}

const NOTHING: ItemPage = { items: [] };

/**
 * One page of a project's decision register, open and finished items alike: the reader's own search says which there are.
 * Calls per page of 100: search, charters in four batches, then titles and people of those with a question.
 */
export async function listDecisions(
  {
    projectKey,
    filter,
    cursor,
    run,
  }: {
    readonly projectKey: string;
    readonly filter: DecisionFilter;
    readonly cursor?: string | undefined;
    readonly run?: RunOfPages | undefined;
  },
  ports: DecisionPorts,
): Promise<DecisionsAnswer> {
  const { jira, charters, clock } = ports;
  const project = await readProjectPolicy(projectKey, ports, run);
  const { policy, issueTypes } = project;
  const page = await searchPage({ projectKey, cursor, issueTypes }, jira, NOTHING, () =>
    jira.itemsEver(projectKey, { issueTypes, ...(cursor !== undefined && { pageToken: cursor }) }),
  );
  run?.found(project, page.nextPageToken !== undefined);
  const now = clock.now();
  const stored = await chartersAt(homeOf(policy), page.items, charters);
  const found = page.items.flatMap(({ issueId, issueKey }) => {
    const recorded = stored.get(issueId);
    const lines = recorded ? decisionLines(issueKey, recorded, policy, now) : [];
    const wanted = lines.filter((line) => isWanted(line, filter));
    return wanted.length === 0 ? [] : [{ issueId, issueKey, lines: wanted }];
  });
  const lines = found.flatMap((one) => one.lines);
  const named = lines.flatMap(({ askedBy, decider, told }) => [askedBy, decider, ...told]);
  const [titles, people] = await Promise.all([
    found.length === 0
      ? new Map<string, { readonly summary: string }>()
      : jira.issueSummaries(found.map(({ issueId }) => issueId)),
    readPeople(jira, 'user', [...new Set(named)]),
  ]);
  return {
    ok: true,
    lines,
    titles: Object.fromEntries(
      found.map(({ issueId, issueKey }) => [issueKey, titles.get(issueId)?.summary ?? '']),
    ),
    people,
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
    now,
  };
}
