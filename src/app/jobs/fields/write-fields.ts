import type { IssueKey } from '../../../domain/values';
import { writeFieldsOf } from '../../fields/write-fields';
import { defineJob } from '../define-job';
import { textIn, versionIn } from '../read-body';

/** A record or its work item changed: the fields show what is true now. */
export interface WriteFieldsJob {
  readonly kind: 'write-fields';
  readonly issueKey: IssueKey;
  /** The charter's version that this follows, where it was queued beside its write. */
  readonly version?: number;
}

export const writeFields = defineJob<WriteFieldsJob>({
  kind: 'write-fields',
  formerly: 'shadow',
  paged: false,
  read(body) {
    const issueKey = textIn(body['issueKey']);
    if (issueKey === undefined) return null;
    return { kind: 'write-fields', issueKey, ...versionIn(body) };
  },
  run: ({ issueKey, version }, ports) => writeFieldsOf(issueKey, ports, version),
});
