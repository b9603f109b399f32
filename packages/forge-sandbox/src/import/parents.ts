import type { RawIssue } from './raw';

/** A sub-task's parent, else the epic: by `fields.epic`, else by a custom field holding an epic's key. */
export function parentKey(issue: RawIssue, epics: ReadonlySet<string>): string | null {
  if (issue.fields.parent) return issue.fields.parent.key;
  if (issue.fields.epic) return issue.fields.epic.key;
  // Jira Server keeps the epic link as a key in a custom field whose number differs from site to site.
  for (const [name, value] of Object.entries(issue.fields)) {
    if (
      name.startsWith('customfield_') &&
      typeof value === 'string' &&
      value !== issue.key &&
      epics.has(value)
    )
      return value;
  }
  return null;
}
