import type { AuthorizedItem } from '../../app/charter/authorize-item';
import type { WorkItem } from '../../domain/gate/item';

/**
 * The scope of somebody who sees the item, as everybody does whom a call's `access` let in by the item alone.
 * @throws Error where the call let in somebody who does not.
 */
export function withItem(scope: AuthorizedItem): AuthorizedItem & { readonly item: WorkItem } {
  const { item } = scope;
  if (!item) throw new Error('the call is open to people who see the item only');
  return { ...scope, item };
}
