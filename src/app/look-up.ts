import { FORMER_COLLEAGUE } from '../contract/wording/names';
import { isErased } from '../domain/erased';
import type { AccountId, PersonFact } from '../domain/values';
import type { Jira, Viewer } from './ports';
import { byAccount, type People } from './views';

/** Nobody can be reached under it any more: whatever rests on such a person needs somebody else. */
const former = (accountId: AccountId): PersonFact => ({
  accountId,
  kind: 'human',
  active: false,
  displayName: FORMER_COLLEAGUE,
});

/** What Jira says of these accounts; those whose account was closed and erased are spoken of without it. */
export async function lookUp(
  jira: Pick<Jira, 'people'>,
  viewer: Viewer,
  accountIds: readonly AccountId[],
): Promise<People> {
  const found = await jira.people(
    viewer,
    accountIds.filter((accountId) => !isErased(accountId)),
  );
  return { ...byAccount(found), ...byAccount(accountIds.filter(isErased).map(former)) };
}
