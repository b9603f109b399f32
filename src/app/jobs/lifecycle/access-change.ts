import { record } from '../../../platform/read';
import type { AccountId, IssueKey } from '../../../domain/values';
import { recordSight } from '../../lifecycle/access-review';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** A work item and its accepted DRI. */
export interface OwnedItem {
  readonly issueKey: IssueKey;
  readonly accountId: AccountId;
}

/** A review found that a DRI lost sight of an item, or has it back. */
export interface AccessChangeJob extends OwnedItem {
  readonly kind: 'access-change';
  readonly sees: boolean;
}

/** Null for a value that does not name both. */
export function ownedItemIn(value: unknown): OwnedItem | null {
  const issueKey = textIn(record(value)['issueKey']);
  const accountId = textIn(record(value)['accountId']);
  return issueKey === undefined || accountId === undefined ? null : { issueKey, accountId };
}

export const accessChange = defineJob<AccessChangeJob>({
  kind: 'access-change',
  formerly: 'access',
  paged: false,
  read(body) {
    const item = ownedItemIn(body);
    return item && { kind: 'access-change', ...item, sees: body['sees'] === true };
  },
  run: recordSight,
});
