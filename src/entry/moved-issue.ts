import type { FollowUp } from '../app/jobs/ports';
import { array, record, string, type Unverified } from '../platform/read';

/** Jira writes a move into the changelog as a change of the key and, where it changed, of the project. */
const MOVED = new Set(['key', 'project']);

/** What an update of an issue means for its charter's place: something only where it got another key. */
export function moveOf(event: Unverified): readonly FollowUp[] {
  const issue = record(event['issue']);
  const [issueId, issueKey] = [string(issue['id']), string(issue['key'])];
  const changes = array(record(event['changelog'])['items']).map(record);
  const named = (change: Unverified): string => string(change['field']).toLowerCase();
  if (issueId === '' || !changes.some((change) => MOVED.has(named(change)))) return [];
  const change = changes.find((one) => named(one) === 'key') ?? {};
  const before = string(change['fromString']) || string(change['from']) || issueKey;
  return before === '' ? [] : [{ kind: 'locate-item', issueId, issueKey: before, gone: false }];
}
