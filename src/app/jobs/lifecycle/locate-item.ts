import type { IssueKey } from '../../../domain/values';
import { locateItem as locate } from '../../lifecycle/locate-item';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Something happened to the item itself: it may have another key, or be gone or back. */
export interface LocateItemJob {
  readonly kind: 'locate-item';
  readonly issueId: string;
  readonly issueKey: IssueKey;
  /** Jira said that it was deleted. */
  readonly gone: boolean;
}

export const locateItem = defineJob<LocateItemJob>({
  kind: 'locate-item',
  formerly: 'whereabouts',
  paged: false,
  read(body) {
    const issueId = textIn(body['issueId']);
    const issueKey = textIn(body['issueKey']);
    return issueId === undefined || issueKey === undefined
      ? null
      : { kind: 'locate-item', issueId, issueKey, gone: body['gone'] === true };
  },
  run: locate,
});
