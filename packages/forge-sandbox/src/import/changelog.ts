import type { Change, ChangeItem } from '../jira/model/types';
import { readInstant } from '../jira/time';
import { accountOf } from './people';
import type { RawHistory } from './raw';

/** Field ids behind the names that Jira Server's changelogs use. */
const fieldIds: Readonly<Record<string, string>> = {
  Component: 'components',
  'Fix Version': 'fixVersions',
  Version: 'versions',
  Link: 'issuelinks',
  Parent: 'parent',
  'Epic Link': 'parent',
  Labels: 'labels',
  'Issue Type': 'issuetype',
  type: 'issuetype',
};

/** `2009-04-28 00:00:00.0` → `2009-04-28`: old changelogs keep the day in the text alone. */
const dayOf = (text: string | null): string | null => /^\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0] ?? null;

/**
 * An export's histories, oldest first, with status ids of this site.
 * @param statusId looks up a status by name
 * @param nextId hands out changelog ids
 */
export function readChangelog(
  histories: readonly RawHistory[],
  statusId: (name: string) => string | null,
  nextId: () => string,
): Change[] {
  const changes = histories.map((history): Change => {
    const items = history.items.map((item): ChangeItem => {
      const fromString = item.fromString ?? null;
      const text = typeof item.toString === 'string' ? item.toString : null;
      const base = {
        field: item.field,
        fieldtype: item.fieldtype === 'custom' ? ('custom' as const) : ('jira' as const),
        fieldId: item.fieldId ?? fieldIds[item.field] ?? item.field,
        fromString,
        toString: text,
      };
      if (item.field === 'status')
        return { ...base, from: statusId(fromString ?? ''), to: statusId(text ?? '') };
      if (item.field === 'duedate')
        return { ...base, from: item.from ?? dayOf(fromString), to: item.to ?? dayOf(text) };
      return { ...base, from: item.from ?? null, to: item.to ?? null };
    });
    return {
      id: nextId(),
      author: accountOf(history.author),
      created: readInstant(history.created) ?? 0,
      items,
    };
  });
  return changes.sort((left, right) => left.created - right.created);
}
