import type { PersonFact } from '../../src/domain/values';

const kinds: Readonly<Record<string, PersonFact['kind']>> = {
  atlassian: 'human',
  app: 'app',
  customer: 'customer',
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * One of Jira's user objects, or nothing where it is not one.
 *
 * @param otherwise the kind of an account that Jira says none of: users within an issue's fields come without it
 */
export function personFrom(unverified: unknown, otherwise: PersonFact['kind']): PersonFact | null {
  if (typeof unverified !== 'object' || unverified === null) return null;
  const user: Record<string, unknown> = { ...unverified };
  const accountId = textOf(user['accountId']);
  if (accountId === undefined) return null;
  const avatars: Record<string, unknown> = { ...(user['avatarUrls'] as object | undefined) };
  const timeZone = textOf(user['timeZone']);
  const avatarUrl = textOf(avatars['24x24']);
  return {
    accountId,
    kind: kinds[textOf(user['accountType']) ?? ''] ?? otherwise,
    active: user['active'] === true,
    displayName: textOf(user['displayName']) ?? accountId,
    ...(timeZone !== undefined && { timeZone }),
    ...(avatarUrl !== undefined && { avatarUrl }),
  };
}
