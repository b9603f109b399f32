import type { Policy } from '../domain/policy/policy';
import { array, record, string, type Unverified } from '../platform/read';

/** What Jira's changelogs call the fields on which a verdict may rest. */
const NAMES: Readonly<Record<string, 'status' | 'type' | 'parent' | 'assignee'>> = {
  status: 'status',
  issuetype: 'type',
  // Another project has another policy.
  project: 'type',
  parent: 'parent',
  issueparentassociation: 'parent',
  'epic link': 'parent',
  assignee: 'assignee',
};

/** Which fields an event changed, of those a verdict may rest on; custom fields by their ids. */
export function changedFields(event: Unverified): ReadonlySet<string> {
  const changed = array(record(event['changelog'])['items']).map(record);
  return new Set(
    changed.flatMap(({ fieldId, field }) => {
      const [id, name] = [string(fieldId), string(field).toLowerCase()];
      if (id.startsWith('customfield_')) return [NAMES[name] ?? id];
      return NAMES[id.toLowerCase()] ?? NAMES[name] ?? [];
    }),
  );
}

/** The field a policy reads the owner from, as `changedFields` names it. */
function ownerIn({ ownerSource }: Policy): string | undefined {
  if (ownerSource.kind === 'charter') return undefined;
  return ownerSource.kind === 'assignee' ? 'assignee' : ownerSource.fieldId;
}

/**
 * Whether what changed may change what our fields say.
 *
 * @param isCovered whether the item's type is under the policy now
 */
export function concernsFields(changed: ReadonlySet<string>, policy: Policy, isCovered: boolean): boolean {
  // It may have been under the policy until now.
  if (changed.has('type')) return true;
  if (policy.childrenFollow && changed.has('parent')) return true;
  if (!isCovered && !policy.childrenFollow) return false;
  const owner = ownerIn(policy);
  return changed.has('status') || (owner !== undefined && changed.has(owner));
}

/** Ids of both ends of a link that came or went; none for any other event. */
export function linkedBy(event: Unverified): readonly string[] {
  if (!string(event['eventType']).endsWith(':issuelink')) return [];
  return [event['sourceIssueId'], event['destinationIssueId']]
    .map((id) => (typeof id === 'number' ? String(id) : string(id)))
    .filter(Boolean);
}
