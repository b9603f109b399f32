/**
 * Whether what lies under an item's key is that item's. A key can come back with another item behind it: when a project
 * was deleted, and a new one took its key. A record from before ids were kept is whoever's key it is.
 */
export const isOwn = (
  stored: { readonly version: number; readonly issueId: string },
  issueId: string,
): boolean => stored.version === 0 || stored.issueId === '' || stored.issueId === issueId;
