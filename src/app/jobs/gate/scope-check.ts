import type { IssueKey } from '../../../domain/values';
import { followScope } from '../../moves/record-entry';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Jira says something about an item that may have brought it under policy: had it begun by then? */
export interface ScopeCheckJob {
  readonly kind: 'scope-check';
  readonly issueKey: IssueKey;
}

export const scopeCheck = defineJob<ScopeCheckJob>({
  kind: 'scope-check',
  paged: false,
  read(body) {
    const issueKey = textIn(body['issueKey']);
    return issueKey === undefined ? null : { kind: 'scope-check', issueKey };
  },
  run: ({ issueKey }, ports) => followScope(issueKey, ports),
});
