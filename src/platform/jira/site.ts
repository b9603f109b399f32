import { route } from '@forge/api';
import type { JiraSite, SiteProject } from '../../app/site-check/ports';
import { array, record, string } from '../read';
import { askForAll } from './client';
import { quote } from './jql';

/** One page: whoever administers more looks at the others in their own pages. */
const PROJECTS = 50;

const toProject = (value: unknown): SiteProject => {
  const { id, key, name } = record(value);
  return { projectId: string(id), projectKey: string(key), name: string(name) };
};

export const site: JiraSite = {
  async siteProjects(viewer) {
    const answer = record(
      await askForAll(viewer, route`/rest/api/3/project/search?maxResults=${String(PROJECTS)}&orderBy=key`),
    );
    const projects = array(answer['values']).map(toProject);
    const total = answer['total'];
    return { projects, total: typeof total === 'number' ? total : projects.length };
  },

  async latestItem(projectKey) {
    const answer = await askForAll('app', route`/rest/api/3/search/jql`, {
      method: 'POST',
      body: {
        jql: `project = ${quote(projectKey)} ORDER BY updated DESC`,
        maxResults: 1,
        fields: ['updated'],
      },
    });
    const [first] = array(record(answer)['issues']).map(record);
    return first ? { issueId: string(first['id']), issueKey: string(first['key']) } : null;
  },
};
