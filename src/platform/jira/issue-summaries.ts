import { route } from '@forge/api';
import type { IssueSummary } from '../../app/commitments/ports';
import type { Jira } from '../../app/ports';
import { askJira, isHidden } from './client';
import { array, record, string } from '../read';
import { toStatus } from './work-item';

/** Jira takes at most this many issues at once. */
const ISSUES_PER_READ = 100;

async function summariesBatch(
  issueIds: readonly string[],
): Promise<readonly (readonly [string, IssueSummary])[]> {
  const answer = await askJira('user', route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    body: { issueIdsOrKeys: issueIds, fields: ['summary', 'status', 'project'] },
  });
  // Refused as a whole is the same as hidden one by one.
  if (isHidden(answer)) return [];
  return array(record(answer)['issues']).flatMap((issue) => {
    const { id, key, fields } = record(issue);
    const { summary, status, project } = record(fields);
    return string(key) === ''
      ? []
      : [
          [
            string(id),
            {
              issueKey: string(key),
              summary: string(summary),
              status: toStatus(status),
              projectId: string(record(project)['id']),
            },
          ] as const,
        ];
  });
}

export const issueSummaries: Jira['issueSummaries'] = async (issueIds) => {
  const batches: string[][] = [];
  for (let i = 0; i < issueIds.length; i += ISSUES_PER_READ) {
    batches.push(issueIds.slice(i, i + ISSUES_PER_READ));
  }
  return new Map((await Promise.all(batches.map(summariesBatch))).flat());
};
