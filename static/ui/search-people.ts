import { requestJira } from '@forge/bridge';
import type { PersonFact } from '../../src/domain/values';
import { personFrom } from '../jira/person-from';

/** People Jira lets the reader find, as the reader. Throws when Jira does not answer. */
export async function searchPeople(query: string): Promise<readonly PersonFact[]> {
  const response = await requestJira(
    `/rest/api/3/user/search?query=${encodeURIComponent(query)}&maxResults=20`,
    { headers: { Accept: 'application/json' } },
  );
  if (!response.ok) throw new Error(`user search answered ${response.status}`);
  // What Jira does not call a person is not offered as one.
  const users: unknown = await response.json();
  return Array.isArray(users) ? users.flatMap((user) => personFrom(user, 'app') ?? []) : [];
}

/** Active people first, then those who cannot be chosen, each by name. */
export const byUse = (a: PersonFact, b: PersonFact): number =>
  Number(isChoosable(b)) - Number(isChoosable(a)) || a.displayName.localeCompare(b.displayName);

export const isChoosable = (person: PersonFact): boolean => person.kind === 'human' && person.active;
