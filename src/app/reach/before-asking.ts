import type { Success } from '../../contract/answers';
import type { WorkItem } from '../../domain/gate/item';
import { utcDate } from '../../domain/time/time';
import type { AccountId, IssueKey } from '../../domain/values';
import type { AuthorizedItem } from '../charter/authorize-item';
import { matchBlocker, providerIssue } from '../charter/match-blocker';
import type { Messages } from '../notices/ports';
import { CommandRejected } from '../charter/run-command';
import type { Clock, Jira } from '../ports';

interface AskingPorts {
  readonly jira: Pick<Jira, 'workItem' | 'assignees'>;
  readonly messages: Pick<Messages, 'sights'>;
  readonly clock: Clock;
}

/**
 * How somebody would be told of what they are about to be asked. Only what is proven counts: what Jira does not say is
 * not known.
 *
 * @param named the issue that is to answer the agreement, where the caller names one they may see
 * @throws CommandRejected `forbidden` for who neither owns nor edits the item; Unavailable
 */
export async function beforeAsking(
  scope: AuthorizedItem & { readonly item: WorkItem },
  { accountId, providerIssueKey: named }: { accountId: AccountId; providerIssueKey?: IssueKey | undefined },
  { jira, messages, clock }: AskingPorts,
): Promise<Success<'person/reach'>> {
  if (!scope.canEdit && scope.stored.charter.dri?.accountId !== scope.accountId) {
    throw new CommandRejected({ code: 'forbidden', needs: 'edit' }, {}, utcDate(clock.now()));
  }
  const own =
    named === undefined
      ? await matchBlocker(scope, accountId, jira)
      : await providerIssue(scope, named, jira);
  const { issueId, issueKey } = scope.item;
  const items = [{ issueId, issueKey }, ...(own ? [own] : [])];
  const [sights] = await messages.sights([{ accountId, items }]);
  const sightOf = (id: string) => sights?.get(id) ?? 'unknown';
  const sight = sightOf(issueId);
  if (sight !== 'hidden') return { ok: true, reach: sight === 'visible' ? 'item' : 'unknown' };
  return own && sightOf(own.issueId) !== 'hidden'
    ? { ok: true, reach: 'own', through: own.issueKey }
    : { ok: true, reach: 'none' };
}
