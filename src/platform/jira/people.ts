import type { PersonFact } from '../../domain/values';
import { isRecord, record, string } from '../read';

const kinds: Readonly<Record<string, PersonFact['kind']>> = {
  atlassian: 'human',
  app: 'app',
  customer: 'customer',
};

/** Jira's user object, as it appears in user fields and in `user/bulk`; null where it is something else. */
export function toPerson(value: unknown): PersonFact | null {
  if (!isRecord(value)) return null;
  const accountId = string(value['accountId']);
  if (accountId === '') return null;
  const timeZone = string(value['timeZone']);
  const avatarUrl = string(record(value['avatarUrls'])['48x48']);
  return {
    accountId,
    // Jira leaves the type out of some embedded users; those are ordinary accounts.
    kind: kinds[string(value['accountType'])] ?? 'human',
    active: value['active'] !== false,
    displayName: string(value['displayName']) || accountId,
    ...(timeZone !== '' && { timeZone }),
    ...(avatarUrl !== '' && { avatarUrl }),
  };
}

/** A user object that says more than an id: on the transition screen Jira gives only the id, which proves nothing. */
export const saysWho = (value: unknown): boolean =>
  isRecord(value) && ('displayName' in value || 'active' in value);
