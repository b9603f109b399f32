import { route } from '@forge/api';
import type { Jira } from '../../app/ports';
import { answered } from './answered';
import { askJira } from './client';
import { array, isRecord, record, string } from '../read';

/** `created` is an ISO string in one Jira endpoint and milliseconds in another. */
const toTime = (value: unknown): number => (typeof value === 'number' ? value : Date.parse(string(value)));

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
  const last = moves.sort((a, b) => toTime(a['created']) - toTime(b['created'])).at(-1);
  const accountId = string(record(last?.['author'])['accountId']);
  return last && accountId !== ''
    ? { historyId: string(last['id']), accountId, at: new Date(toTime(last['created'])).toISOString() }
    : null;
};
