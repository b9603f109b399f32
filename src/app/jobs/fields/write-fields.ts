import type { IssueKey } from '../../../domain/values';
import { writeFieldsOf } from '../../fields/write-fields';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** A record or its work item changed: the fields show what is true now. */
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
  run: ({ issueKey }, ports) => writeFieldsOf(issueKey, ports),
});
