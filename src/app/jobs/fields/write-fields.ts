import type { IssueKey } from '../../../domain/values';
import { followShadow } from '../../fields/write-fields';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** A charter changed: the fields of its work item show what it says. */
export interface WriteFieldsJob {
  readonly kind: 'write-fields';
  readonly issueKey: IssueKey;
}

export const writeFields = defineJob<WriteFieldsJob>({
  kind: 'write-fields',
  formerly: 'shadow',
  paged: false,
  read(body) {
    const issueKey = textIn(body['issueKey']);
    return issueKey === undefined ? null : { kind: 'write-fields', issueKey };
  },
  run: ({ issueKey }, ports) => followShadow(issueKey, ports),
});
