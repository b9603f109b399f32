import type { Blocker, WorkItem } from '../domain/gate/item';
import type { OwnerSource } from '../domain/policy/policy';
import { projectOf, type AccountId, type PersonFact } from '../domain/values';
import { toBlockers } from './blockers';
import { fieldIdOf, toOwnerField } from './owner-field';
import { saysWho, toPerson } from './people';
import { array, isRecord, record, string, type Unverified } from './read';

/** Every user object anywhere among the field values: what Jira says of these accounts right now. */
function peopleIn(fields: Unverified): Readonly<Record<AccountId, PersonFact>> {
  const people = Object.values(fields)
    .flat()
    .filter(saysWho)
    .map(toPerson)
    .filter((person) => person !== null);
  return Object.fromEntries(people.map((person) => [person.accountId, person]));
}

const categories: Readonly<Record<string, WorkItem['status']['category']>> = { new: 'new', done: 'done' };

export function toStatus(value: unknown): WorkItem['status'] {
  const status = record(value);
  return {
    id: string(status['id']),
    name: string(status['name']),
    category: categories[string(record(status['statusCategory'])['key'])] ?? 'indeterminate',
  };
}

function toParent(value: unknown): Pick<WorkItem, 'parent'> {
  const { key, fields } = record(value);
  const issueKey = string(key);
  return issueKey === ''
    ? {}
    : { parent: { issueKey, issueType: string(record(record(fields)['issuetype'])['name']) } };
}

const namesIn = (value: unknown): readonly string[] =>
  array(value)
    .map((one) => string(record(one)['name']))
    .filter(Boolean);

function toParts(fields: Unverified): Pick<WorkItem, 'components' | 'fixVersions'> {
  const components = namesIn(fields['components']);
  const fixVersions = namesIn(fields['fixVersions']);
  return {
    ...(components.length > 0 && { components }),
    ...(fixVersions.length > 0 && { fixVersions }),
  };
}

/**
 * An issue from Jira's answer, with the owner read from the field the policy names.
 * `names` are Jira's display names of fields, where they were asked for.
 */
export function toWorkItem(issue: unknown, source: OwnerSource, names: Unverified = {}): WorkItem | null {
  if (!isRecord(issue) || !isRecord(issue['fields'])) return null;
  const fields = issue['fields'];
  const issueKey = string(issue['key']);
  if (issueKey === '') return null;
  const ownerFieldId = fieldIdOf(source);
  return {
    issueId: string(issue['id']),
    issueKey,
    projectKey: string(record(fields['project'])['key']) || projectOf(issueKey),
    summary: string(fields['summary']),
    issueType: string(record(fields['issuetype'])['name']),
    ...toParent(fields['parent']),
    status: toStatus(fields['status']),
    ...toParts(fields),
    ownerField:
      ownerFieldId === null
        ? null
        : toOwnerField(
            string(names[ownerFieldId]) || (ownerFieldId === 'assignee' ? 'Assignee' : 'the owner field'),
            fields[ownerFieldId],
          ),
    blockers: toBlockers(fields['issuelinks']),
    people: peopleIn(fields),
  };
}

/** A screen can add links and remove none, so what it brings never clears what stands in the way already. */
function withLinksAdded(blockers: readonly Blocker[], added: unknown): readonly Blocker[] {
  const known = new Set(blockers.map(({ issueKey }) => issueKey));
  return [...blockers, ...toBlockers(added).filter(({ issueKey }) => !known.has(issueKey))];
}

/**
 * The item as it will be once the transition is done: what was typed on the transition screen counts.
 * Users arrive there as bare account ids and cleared lists as null.
 */
export function withModifiedFields(item: WorkItem, source: OwnerSource, modified: Unverified): WorkItem {
  const ownerFieldId = fieldIdOf(source);
  const issueType = string(record(modified['issuetype'])['name']);
  return {
    ...item,
    ...(issueType !== '' && { issueType }),
    ...(item.ownerField &&
      ownerFieldId !== null &&
      ownerFieldId in modified && { ownerField: toOwnerField(item.ownerField.name, modified[ownerFieldId]) }),
    blockers: withLinksAdded(item.blockers, modified['issuelinks']),
  };
}
