import type { IssueKey } from '../../../domain/values';
import { noteDone as note } from '../../lifecycle/note-done';
import { defineJob } from '../define-job';
import { textIn, versionIn } from '../read-body';

/** A work item was finished or opened again, or its record says otherwise than Jira. */
export interface NoteDoneJob {
  readonly kind: 'note-done';
  readonly issueKey: IssueKey;
  /** The charter's version that this follows, where it was queued beside its write. */
  readonly version?: number;
}

export const noteDone = defineJob<NoteDoneJob>({
  kind: 'note-done',
  paged: false,
  read(body) {
    const issueKey = textIn(body['issueKey']);
    return issueKey === undefined ? null : { kind: 'note-done', issueKey, ...versionIn(body) };
  },
  run: note,
});
