import { asKnown, type AuthorizedItem } from '../app/charter/authorize-item';
import { CommandRejected } from '../app/charter/run-command';
import type { JiraRights } from '../app/subject/ports';

const isItemScope = (scope: object): scope is AuthorizedItem => 'knowsRights' in scope;

/**
 * Runs a call for a caller who was let in and, where it is forbidden to them before their rights in Jira were asked, once more
 * with these: rights only ever allow what is forbidden without them, and nothing was written before the refusal.
 *
 * @throws whatever the call throws.
 */
export async function weighingRights<S extends object, T>(
  scope: S,
  jira: Pick<JiraRights, 'itemRights'>,
  run: (scope: S) => Promise<T>,
): Promise<T> {
  try {
    return await run(scope);
  } catch (error) {
    const isForbidden = error instanceof CommandRejected && error.rejection.code === 'forbidden';
    if (!isForbidden || !isItemScope(scope) || scope.knowsRights) throw error;
    const rights = await jira.itemRights(scope.issueKey);
    if (!rights.edit && !rights.administer) throw error;
    return run({ ...scope, ...asKnown(rights) });
  }
}
