import { route } from '@forge/api';
import type { JiraProjectKeys, ProjectKeys } from '../../app/lifecycle/ports';
import { array, record, string } from '../read';
import { askForAll, askJira, isHidden } from './client';

/** Jira's most for one page of projects. */
const PAGE = 100;

function toKeys(value: unknown): ProjectKeys {
  const { id, key, projectKeys } = record(value);
  const formerKeys = array(projectKeys)
    .map(string)
    .filter((one) => one !== '' && one !== key);
  return { projectId: string(id), key: string(key), formerKeys };
}

export const projectKeys: JiraProjectKeys = {
  async projectKeys(projectId) {
    const answer = await askJira('app', route`/rest/api/3/project/${projectId}?expand=projectKeys`);
    const found = isHidden(answer) ? undefined : toKeys(answer);
    return found === undefined || found.key === '' ? null : found;
  },

  async projectPage(startAt) {
    const answer = record(
      await askForAll(
        'app',
        route`/rest/api/3/project/search?expand=projectKeys&orderBy=key&startAt=${String(startAt)}&maxResults=${String(PAGE)}`,
      ),
    );
    const values = array(answer['values']);
    return {
      projects: values.map(toKeys),
      ...(answer['isLast'] === false && values.length > 0 && { next: startAt + values.length }),
    };
  },
};
