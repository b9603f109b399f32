import { assumeTrustedRoute, route } from '@forge/api';
import { MOST_PROJECTS, type JiraProjects, type ProjectFact } from '../../app/portfolio/ports';
import { array, record, string } from '../read';
import { approximateCount } from './approximate-count';
import { askForAll, askJira, isHidden } from './client';
import { fieldsFor } from './items';
import { openItemsAmongJql } from './jql';
import { toWorkItem } from './work-item';

/** Jira gives at most this many issues a page when fields are asked for. */
const PAGE = 100;

function toProject(value: unknown): ProjectFact {
  const { id, key, name, lead, projectCategory } = record(value);
  const { accountId, displayName } = record(lead);
  const category = record(projectCategory);
  return {
    projectId: string(id),
    projectKey: string(key),
    name: string(name),
    lead:
      string(accountId) === '' ? null : { accountId: string(accountId), displayName: string(displayName) },
    category:
      string(category['id']) === '' ? null : { id: string(category['id']), name: string(category['name']) },
  };
}

export const projects: JiraProjects = {
  async browsedProjects(asked) {
    const query = new URLSearchParams({
      action: 'browse',
      orderBy: 'key',
      expand: 'lead',
      maxResults: String(MOST_PROJECTS),
    });
    const startAt = 'startAt' in asked ? asked.startAt : 0;
    query.set('startAt', String(startAt));
    if ('projectKeys' in asked) for (const key of asked.projectKeys) query.append('keys', key);
    else if (asked.categoryId !== undefined) query.set('categoryId', asked.categoryId);
    const answer = record(
      await askForAll('user', assumeTrustedRoute(`/rest/api/3/project/search?${query.toString()}`)),
    );
    const found = array(answer['values']).map(toProject);
    const isLast = answer['isLast'] !== false || found.length === 0;
    return { projects: found, ...(!isLast && { nextStartAt: startAt + found.length }) };
  },

  async openItemsAmong(search, { reading, pageToken }) {
    const answer = await askJira('user', route`/rest/api/3/search/jql`, {
      method: 'POST',
      body: {
        jql: openItemsAmongJql(search),
        maxResults: PAGE,
        fields: fieldsFor(reading),
        ...(pageToken !== undefined && { nextPageToken: pageToken }),
      },
    });
    if (isHidden(answer)) return null;
    const body = record(answer);
    const nextPageToken = string(body['nextPageToken']);
    return {
      items: array(body['issues'])
        .map((issue) => toWorkItem(issue, reading))
        .filter((item) => item !== null),
      ...(nextPageToken !== '' && { nextPageToken }),
    };
  },

  countOpenItemsAmong: (search) => approximateCount(openItemsAmongJql(search)),
};
