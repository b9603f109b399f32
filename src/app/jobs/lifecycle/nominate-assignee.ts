import type { IssueKey } from '../../../domain/values';
import { followAssignment } from '../../lifecycle/nominate-assignee';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Jira says somebody is assigned. */
export interface NominateAssigneeJob {
  readonly kind: 'nominate-assignee';
  readonly issueKey: IssueKey;
}

export const nominateAssignee = defineJob<NominateAssigneeJob>({
  kind: 'nominate-assignee',
  formerly: 'assigned',
  paged: false,
  read(body) {
    const issueKey = textIn(body['issueKey']);
    return issueKey === undefined ? null : { kind: 'nominate-assignee', issueKey };
  },
  run: ({ issueKey }, ports) => followAssignment(issueKey, ports),
});
