import { route } from '@forge/api';
import type { Jira } from '../../app/ports';
import { answered } from './answered';
import { askJira } from './client';
import type { JiraMove } from '../../app/gate/ports';
import { compareInstants } from '../../domain/time/time';
import { array, isRecord, record, string, type Unverified } from '../read';

/** `created` is an ISO string in one Jira endpoint and milliseconds in another. */
const toTime = (value: unknown): number => (typeof value === 'number' ? value : Date.parse(string(value)));

/** A move that Jira names nobody for is none. */
function toMove({ id, author, created }: Unverified): readonly JiraMove[] {
  const accountId = string(record(author)['accountId']);
  return accountId === ''
    ? []
    : [{ historyId: string(id), accountId, at: new Date(toTime(created)).toISOString() }];
}

/** From the changelog, whose order is not told. */
export const lastMove: Jira['lastMove'] = async (issueKey, toStatusId) => {
  const answer = await askJira('app', route`/rest/api/3/changelog/bulkfetch`, {
    method: 'POST',
    body: { issueIdsOrKeys: [issueKey], fieldIds: ['status'] },
  });
  const histories = array(record(answered(answer, 'changelog'))['issueChangeLogs']).flatMap((log) =>
    array(record(log)['changeHistories']),
  );
  const moves = histories.filter(isRecord).filter((history) =>
    array(history['items'])
      .map(record)
      .some((change) => change['fieldId'] === 'status' && string(change['to']) === toStatusId),
  );
  const [last, former] = moves.flatMap(toMove).sort((a, b) => compareInstants(b.at, a.at));
  return last ? { ...last, ...(former && { former }) } : null;
};
