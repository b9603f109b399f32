import { systemFields } from '../fields/system';
import type { JiraStore } from '../model/store';

const issueTypes = [
  ['10000', 'Epic', 'A large piece of work that spans several others.', 1],
  ['10001', 'Story', 'Something a user can do afterwards.', 0],
  ['10002', 'Task', 'A piece of work.', 0],
  ['10004', 'Bug', 'Something that does not work as it was meant to.', 0],
  ['10003', 'Sub-task', 'A part of another work item.', -1],
] as const;

const linkTypes = [
  ['10000', 'Blocks', 'is blocked by', 'blocks'],
  ['10001', 'Cloners', 'is cloned by', 'clones'],
  ['10002', 'Duplicate', 'is duplicated by', 'duplicates'],
  ['10003', 'Relates', 'relates to', 'relates to'],
  ['10004', 'Dependency', 'is depended on by', 'depends on'],
] as const;

/** What a new Jira Cloud site comes with, before anybody created anything. */
export function seedCatalog(store: JiraStore): void {
  for (const field of systemFields()) store.fields.set(field.id, field);
  for (const [id, name, description, hierarchyLevel] of issueTypes) {
    store.issueTypes.set(id, { id, name, description, hierarchyLevel });
    store.reserveId('issuetype', id);
  }
  for (const [id, name, inward, outward] of linkTypes) {
    store.linkTypes.set(id, { id, name, inward, outward });
    store.reserveId('linktype', id);
  }
  for (const [index, name] of ['Highest', 'High', 'Medium', 'Low', 'Lowest'].entries()) {
    store.priorities.set(String(index + 1), { id: String(index + 1), name });
  }
  for (const [index, name] of ['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce'].entries()) {
    const id = String(10_000 + index);
    store.resolutions.set(id, { id, name });
    store.reserveId('resolution', id);
  }
  for (const [id, name] of [
    ['10002', 'Administrators'],
    ['10003', 'Members'],
    ['10004', 'Viewers'],
  ] as const) {
    store.roles.set(id, { id, name });
  }
  for (const name of ['jira-administrators', 'jira-users'])
    store.groups.set(name, { id: `group-${name}`, name });
  for (const [kind, first] of [
    ['priority', '6'],
    ['field', '10100'],
  ] as const)
    store.reserveId(kind, String(Number(first) - 1));
}
