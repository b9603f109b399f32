import { requestJira } from '@forge/bridge';
import type { PersonFact } from '../../src/domain/values';

const kinds: Readonly<Record<string, PersonFact['kind']>> = {
  atlassian: 'human',
  app: 'app',
  customer: 'customer',
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** One of Jira's user objects, or nothing where it is not one. */
function personFrom(unverified: unknown): PersonFact | null {
  if (typeof unverified !== 'object' || unverified === null) return null;
  const user: Record<string, unknown> = { ...unverified };
  const accountId = textOf(user['accountId']);
  if (accountId === undefined) return null;
  const avatars: Record<string, unknown> = { ...(user['avatarUrls'] as object | undefined) };
  const timeZone = textOf(user['timeZone']);
  const avatarUrl = textOf(avatars['24x24']);
  return {
    accountId,
    // What Jira does not call a person is not offered as one.
    kind: kinds[textOf(user['accountType']) ?? ''] ?? 'app',
    active: user['active'] === true,
    displayName: textOf(user['displayName']) ?? accountId,
    ...(timeZone !== undefined && { timeZone }),
    ...(avatarUrl !== undefined && { avatarUrl }),
  };
}

/** People Jira lets the reader find, as the reader. Throws when Jira does not answer. */
export async function searchPeople(query: string): Promise<readonly PersonFact[]> {
  const response = await requestJira(
    `/rest/api/3/user/search?query=${encodeURIComponent(query)}&maxResults=20`,
    { headers: { Accept: 'application/json' } },
  );
  if (!response.ok) throw new Error(`user search answered ${response.status}`);
  const users: unknown = await response.json();
  return Array.isArray(users) ? users.flatMap((user) => personFrom(user) ?? []) : [];
}

/** Active people first, then those who cannot be chosen, each by name. */
export const byUse = (a: PersonFact, b: PersonFact): number =>
  Number(isChoosable(b)) - Number(isChoosable(a)) || a.displayName.localeCompare(b.displayName);

export const isChoosable = (person: PersonFact): boolean => person.kind === 'human' && person.active;
