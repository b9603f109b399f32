import type { AccountId } from '../domain/values';

const HANDLE_BYTES = 16;

/**
 * The name of somebody's business with a work item. It goes to browsers that may not learn which item it is about,
 * so it is a digest; it follows the item's id, which stays when the item moves to another key.
 */
export async function handleOf(accountId: AccountId, issueId: string): Promise<string> {
  const text = new TextEncoder().encode(`commitment\n${accountId}\n${issueId}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(digest.subarray(0, HANDLE_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
