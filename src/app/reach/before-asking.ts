import type { Success } from '../../contract/answers';
import type { WorkItem } from '../../domain/gate/item';
import { awayAhead, awayNow } from '../../domain/team/presence';
import { utcDate } from '../../domain/time/time';
import type { AccountId, IssueKey } from '../../domain/values';
import type { AuthorizedItem } from '../charter/authorize-item';
import { matchBlocker, providerIssue } from '../charter/match-blocker';
import type { Messages } from '../notices/ports';
import { CommandRejected } from '../charter/run-command';
import type { Clock, Jira } from '../ports';
import { readPeople } from '../subject/read-people';

interface AskingPorts {
  readonly jira: Pick<Jira, 'workItem' | 'assignees' | 'people'>;
  readonly messages: Pick<Messages, 'sights'>;
  readonly clock: Clock;
}

/**
 * How somebody would be told of what they are about to be asked, and who answers where they are away, or are going to be. Of their sight only
 * what is proven counts: what Jira does not say is not known.
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
  const away = awayNow(accountId, scope.accountId, scope.policy, clock.now());
  const ahead = away ? undefined : awayAhead(accountId, scope.accountId, scope.policy, clock.now());
  const standIn = (away ?? ahead)?.standIn;
  const [way, people] = await Promise.all([
    wayTo(scope, { accountId, named }, { jira, messages }),
    readPeople(jira, 'user', standIn ? [standIn] : []),
  ]);
  return { ok: true, ...way, ...(away && { away }), ...(ahead && { ahead }), people };
}

/** Through what somebody is told, as far as Jira proves it. */
async function wayTo(
  scope: AuthorizedItem & { readonly item: WorkItem },
  { accountId, named }: { readonly accountId: AccountId; readonly named: IssueKey | undefined },
  { jira, messages }: Pick<AskingPorts, 'jira' | 'messages'>,
): Promise<Pick<Success<'person/reach'>, 'reach' | 'through'>> {
  const own =
    named === undefined
      ? await matchBlocker(scope, accountId, jira)
      : await providerIssue(scope, named, jira);
  const { issueId, issueKey } = scope.item;
  const items = [{ issueId, issueKey }, ...(own ? [own] : [])];
  const [sights] = await messages.sights([{ accountId, items }]);
  const sightOf = (id: string) => sights?.get(id) ?? 'unknown';
  const sight = sightOf(issueId);
  if (sight !== 'hidden') return { reach: sight === 'visible' ? 'item' : 'unknown' };
  return own && sightOf(own.issueId) !== 'hidden'
    ? { reach: 'own', through: own.issueKey }
    : { reach: 'none' };
}
