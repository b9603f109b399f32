import { route } from '@forge/api';
import type { Jira } from '../../app/ports';
import { askJira, isHidden } from './client';
import { itemsEverJql } from './jql';
import { array, record, string } from '../read';
import { toStatus } from './work-item';

/** Jira gives at most this many issues a page when fields are asked for. */
const PAGE = 100;

export const itemsEver: Jira['itemsEver'] = async (
  projectKey,
  { issueTypes, pageToken, viewer = 'user' },
) => {
  const answer = await askJira(viewer, route`/rest/api/3/search/jql`, {
    method: 'POST',
    body: {
      jql: itemsEverJql(projectKey, issueTypes),
      maxResults: PAGE,
      fields: ['status'],
      ...(pageToken !== undefined && { nextPageToken: pageToken }),
    },
  });
  if (isHidden(answer)) return null;
  const body = record(answer);
  const nextPageToken = string(body['nextPageToken']);
  return {
    items: array(body['issues']).flatMap((issue) => {
      const { id, key, fields } = record(issue);
      const closed = toStatus(record(fields)['status']).category === 'done';
      return string(key) === '' ? [] : [{ issueKey: string(key), issueId: string(id), closed }];
    }),
    ...(nextPageToken !== '' && { nextPageToken }),
  };
};
