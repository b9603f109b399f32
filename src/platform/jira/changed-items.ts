import { route } from '@forge/api';
import type { Jira } from '../../app/ports';
import { askForAll } from './client';
import { changedLatelyJql, startedJql } from './jql';
import { array, record, string } from '../read';

/** Jira gives at most this many issues a page when fields are asked for. */
const PAGE = 100;

const toInstant = (value: unknown): string => {
  const time = Date.parse(string(value));
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
};

export const changedItems: Jira['changedItems'] = async (search, pageToken) => {
  const answer = await askForAll('app', route`/rest/api/3/search/jql`, {
    method: 'POST',
    body: {
      jql: search.kind === 'lately' ? changedLatelyJql : startedJql(search.issueTypes, search.projectKey),
      maxResults: PAGE,
      fields: ['created', 'project'],
      ...(pageToken !== undefined && { nextPageToken: pageToken }),
    },
  });
  const body = record(answer);
  const nextPageToken = string(body['nextPageToken']);
  return {
    items: array(body['issues']).flatMap((issue) => {
      const { id, key, fields } = record(issue);
      const { created, project } = record(fields);
      const projectId = string(record(project)['id']);
      return string(key) === ''
        ? []
        : [{ issueId: string(id), issueKey: string(key), projectId, createdAt: toInstant(created) }];
    }),
    ...(nextPageToken !== '' && { nextPageToken }),
  };
};
