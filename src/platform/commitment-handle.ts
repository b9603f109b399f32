import type { AccountId } from '../domain/values';
import { digestOf } from './digest';

/**
 * The name of somebody's business with a work item. It goes to browsers that may not learn which item it is about,
 * so it is a digest; it follows the item's id, which stays when the item moves to another key.
 */
export function handleOf(accountId: AccountId, issueId: string): Promise<string> {
  return digestOf(`commitment\n${accountId}\n${issueId}`);
}
