import type { Jira } from '../jira';
import type { RawIssue, RawPerson } from './raw';

/** Everybody the import brings along is in this group, which every imported project takes as its members. */
export const importedGroup = 'imported-people';

/** Accounts go by account id, and by user name or key in exports from Jira Server, which know no other. */
export const accountOf = (person: RawPerson): string | null =>
  person?.accountId ?? person?.name ?? person?.key ?? byName(person);

/** Somebody known by their name alone: two of one name are one here. */
const byName = (person: RawPerson): string | null =>
  person?.displayName ? `name:${person.displayName}` : null;

/** People whom an export knows by their names alone. */
export const knownByName = (issues: readonly RawIssue[]): number =>
  new Set(
    issues
      .flatMap((issue) => [...everybody(issue)])
      .flatMap((person) => accountOf(person) ?? [])
      .filter((accountId) => accountId.startsWith('name:')),
  ).size;

function* everybody(issue: RawIssue): Generator<RawPerson> {
  const { fields, changelog } = issue;
  yield* [fields.assignee, fields.reporter, fields.creator];
  for (const comment of fields.comment?.comments ?? []) yield* [comment.author, comment.updateAuthor];
  for (const history of changelog?.histories ?? []) yield history.author;
}

/** Adds the accounts an export speaks of, and those its changelogs know by id and name alone. */
export function addPeople(jira: Jira, issues: readonly RawIssue[]): void {
  jira.addGroup(importedGroup);
  const add = (accountId: string, displayName: string, active: boolean, emailAddress?: string): void => {
    if (jira.user(accountId)) return;
    jira.addUser({
      accountId,
      displayName,
      active,
      groups: ['jira-users', importedGroup],
      ...(emailAddress ? { emailAddress } : {}),
    });
  };
  for (const issue of issues) {
    for (const person of everybody(issue)) {
      const accountId = accountOf(person);
      if (person && accountId !== null)
        add(accountId, person.displayName ?? accountId, person.active ?? true, person.emailAddress);
    }
  }
  // Somebody who is only mentioned as a former assignee may have left long ago: known, but not active.
  for (const issue of issues) {
    for (const history of issue.changelog?.histories ?? []) {
      for (const item of history.items) {
        if (item.field !== 'assignee' && item.field !== 'reporter') continue;
        const to = typeof item.toString === 'string' ? item.toString : null;
        if (item.from) add(item.from, item.fromString ?? item.from, false);
        if (item.to) add(item.to, to ?? item.to, false);
      }
    }
  }
}
