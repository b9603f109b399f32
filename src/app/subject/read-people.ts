import { FORMER_COLLEAGUE } from '../../contract/wording/names';
import { isErased } from '../../domain/erased';
import type { AccountId, PersonFact } from '../../domain/values';
import type { Jira } from '../ports';
import type { Viewer } from './ports';

export type People = Readonly<Record<AccountId, PersonFact>>;

export const byAccount = (people: readonly PersonFact[]): People =>
  Object.fromEntries(people.map((person) => [person.accountId, person]));

/** Nobody can be reached under it any more: whatever rests on such a person needs somebody else. */
const former = (accountId: AccountId): PersonFact => ({
  accountId,
  kind: 'human',
  active: false,
  displayName: FORMER_COLLEAGUE,
});

/**
 * Those asked for whom Jira knows: somebody a caller names and Jira does not know stays absent, for the domain to refuse.
 *
 * @throws Unavailable
 */
export async function knownPeople(
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

/**
 * Everyone asked for, as Jira knows them. An account that Jira was asked for by its id and does not have is nobody's any
 * more; so is one that was erased, which Jira is not asked for.
 *
 * @throws Unavailable where Jira did not answer: then nothing is known of anybody.
 */
export async function readPeople(
  jira: Pick<Jira, 'people'>,
  viewer: Viewer,
  accountIds: readonly AccountId[],
  known: People = {},
): Promise<People> {
  const wanted = [...new Set(accountIds)].filter((accountId) => !known[accountId]);
  const asked = wanted.filter((accountId) => !isErased(accountId));
  const found = asked.length === 0 ? {} : byAccount(await jira.people(viewer, asked));
  return { ...known, ...byAccount(wanted.map((accountId) => found[accountId] ?? former(accountId))) };
}
