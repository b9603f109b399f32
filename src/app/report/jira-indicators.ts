import { WEEKS, type IndicatorsAnswer } from '../../contract/indicators';
import { ownerFieldId } from '../../domain/report/backtest/past-owner';
import { together } from '../../domain/report/indicators/evidence';
import { jiraEvidenceOf } from '../../domain/report/indicators/of-jira';
import { weeksBefore } from '../../domain/report/indicators/weeks';
import type { PolicyStore } from '../policy/ports';
import type { Clock } from '../ports';
import { NO_ITEMS, type ItemHistories } from './ports';
import {
  readProjectPolicy,
  searchPage,
  type ProjectScopePorts,
  type RunOfPages,
} from '../subject/project-items';

export interface ReportPastPorts {
  readonly jira: ProjectScopePorts['jira'];
  readonly histories: ItemHistories;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly clock: Clock;
}

/**
 * One page of what Jira's own changelogs say about a project's weeks, as the viewer may know it: the time before
 * Holdfast too.
 * Calls per page of 100: policy (on the first page of a run), search, statuses, changelogs.
 */
export async function reportPast(
  {
    projectKey,
    weeks: count = WEEKS.usual,
    cursor,
    run,
  }: {
    readonly projectKey: string;
    readonly weeks?: number | undefined;
    readonly cursor?: string | undefined;
    readonly run?: RunOfPages | undefined;
  },
  { jira, histories, policies, clock }: ReportPastPorts,
): Promise<IndicatorsAnswer> {
  const project = await readProjectPolicy(projectKey, { jira, policies }, run);
  const { policy, issueTypes } = project;
  const now = clock.now();
  const weeks = weeksBefore(now, count);
  const page = await searchPage({ projectKey, cursor, issueTypes }, jira, NO_ITEMS, () =>
    histories.itemsMoved(
      projectKey,
      { issueTypes, to: now.slice(0, 10) },
      { reading: policy, ...(cursor !== undefined && { pageToken: cursor }) },
    ),
  );
  run?.found(project, page.nextPageToken !== undefined);
  const answer = { ok: true as const, weeks, now };
  const fieldId = ownerFieldId(policy.ownerSource);
  const [changes, categories] =
    page.items.length === 0
      ? [new Map<string, never>(), new Map<string, never>()]
      : await Promise.all([
          histories.changelogs(
            'user',
            page.items.map(({ issueId }) => issueId),
            fieldId === null ? ['status'] : ['status', fieldId],
          ),
          histories.statusCategories(),
        ]);
  const evidence = page.items.map(({ issueId, createdAt, ownerField }) =>
    jiraEvidenceOf(
      {
        createdAt,
        changes: changes.get(issueId) ?? [],
        ownerFieldId: fieldId,
        ownedToday: (ownerField?.candidates.length ?? 0) > 0,
      },
      weeks,
      categories,
    ),
  );
  return {
    ...answer,
    evidence: together(evidence),
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
  };
}
