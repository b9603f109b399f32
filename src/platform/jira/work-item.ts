import type { Blocker, WorkItem } from '../../domain/gate/item';
import type { Reading } from '../../app/subject/ports';
import type { IssueTypeFact } from '../../domain/policy/scope';
import { projectOf, type AccountId, type PersonFact } from '../../domain/values';
import { toBlockers, toLinkedIds } from './blockers';
import { fieldIdOf, toOwnerField } from './owner-field';
import { saysWho, toPerson } from './people';
import { array, isRecord, record, string, type Unverified } from '../read';

/** Whether a field is of Jira's own user type; another app's object may look like one. Without a description it is. */
function holdsPeople(description: unknown): boolean {
  const { type, items } = record(description);
  return type === undefined || type === 'user' || items === 'user';
}

/** Every user object anywhere among the field values: what Jira says of these accounts right now. */
function peopleIn(fields: Unverified, schema: Unverified): Readonly<Record<AccountId, PersonFact>> {
  const people = Object.entries(fields)
    .filter(([fieldId]) => holdsPeople(schema[fieldId]))
    .flatMap(([, value]) => value)
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

/** An issue type, wherever Jira describes one. */
export function toIssueType(value: unknown): IssueTypeFact {
  const { id, name, untranslatedName, hierarchyLevel } = record(value);
  return {
    id: string(id),
    name: string(name),
    ...(typeof untranslatedName === 'string' && { untranslatedName }),
    level: typeof hierarchyLevel === 'number' ? hierarchyLevel : null,
  };
}

function toParent(value: unknown): Pick<WorkItem, 'parent'> {
  const { id, key, fields } = record(value);
  const [issueId, issueKey] = [string(id), string(key)];
  return issueId === '' && issueKey === ''
    ? {}
    : { parent: { issueId, issueKey, type: toIssueType(record(fields)['issuetype']) } };
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
 * An issue from Jira's answer, with owner and blockers read as the policy says. `names` and `schema` are what Jira says
 * of its fields, where that was asked for.
 */
export function toWorkItem(
  issue: unknown,
  reading: Reading,
  names: Unverified = {},
  schema: Unverified = {},
): WorkItem | null {
  if (!isRecord(issue) || !isRecord(issue['fields'])) return null;
  const fields = issue['fields'];
  const issueKey = string(issue['key']);
  if (issueKey === '') return null;
  const ownerFieldId = fieldIdOf(reading.ownerSource);
  return {
    issueId: string(issue['id']),
    issueKey,
    projectKey: string(record(fields['project'])['key']) || projectOf(issueKey),
    summary: string(fields['summary']),
    projectId: string(record(fields['project'])['id']),
    issueType: string(record(fields['issuetype'])['name']),
    type: toIssueType(fields['issuetype']),
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
    blockers: toBlockers(fields['issuelinks'], reading),
    linkedIds: toLinkedIds(fields['issuelinks']),
    people: peopleIn(fields, schema),
  };
}

/** A screen can add links and remove none, so what it brings never clears what stands in the way already. */
function withLinksAdded(blockers: readonly Blocker[], added: unknown, reading: Reading): readonly Blocker[] {
  const known = new Set(blockers.map((blocker) => (blocker.hidden ? '' : blocker.issueKey)));
  return [...blockers, ...toBlockers(added, reading).filter(({ issueKey }) => !known.has(issueKey))];
}

/**
 * The item as it will be once the transition is done: what was typed on the transition screen counts.
 * Users arrive there as bare account ids and cleared lists as null.
 */
export function withModifiedFields(item: WorkItem, reading: Reading, modified: Unverified): WorkItem {
  const ownerFieldId = fieldIdOf(reading.ownerSource);
  const type = toIssueType(modified['issuetype']);
  const { parent: parentBefore, ...rest } = item;
  const parent = 'parent' in modified ? toParent(modified['parent']).parent : parentBefore;
  return {
    ...rest,
    ...(parent && { parent }),
    // A screen may bring a type by its id and name alone; its level stays, which no edit changes.
    ...(type.id !== '' && {
      type: { ...type, level: type.level ?? item.type.level },
      issueType: type.name,
    }),
    ...(item.ownerField &&
      ownerFieldId !== null &&
      ownerFieldId in modified && { ownerField: toOwnerField(item.ownerField.name, modified[ownerFieldId]) }),
    blockers: withLinksAdded(item.blockers, modified['issuelinks'], reading),
  };
}
