import { assumeTrustedRoute, route } from '@forge/api';
import type { JiraRights } from '../../app/subject/ports';
import { Refused } from '../unavailable';
import { askJira, isHidden } from './client';
import { record, string } from '../read';

async function permissions(
  query: URLSearchParams,
  wanted: readonly string[],
): Promise<Readonly<Record<string, boolean>>> {
  query.set('permissions', wanted.join(','));
  const answer = await askJira('user', assumeTrustedRoute(`/rest/api/3/mypermissions?${query.toString()}`));
  // What is hidden from them, they may do nothing with; that Jira refuses the question says nothing of their rights.
  if (isHidden(answer) && answer.status === 403) throw new Refused('permissions: status 403');
  const granted = isHidden(answer) ? {} : record(record(answer)['permissions']);
  return Object.fromEntries(
    wanted.map((permission) => [permission, record(granted[permission])['havePermission'] === true]),
  );
}

export const rights: JiraRights = {
  async itemRights(issueKey) {
    const rights = await permissions(new URLSearchParams({ issueKey }), [
      'EDIT_ISSUES',
      'ADMINISTER_PROJECTS',
    ]);
    return { edit: rights['EDIT_ISSUES'] === true, administer: rights['ADMINISTER_PROJECTS'] === true };
  },

  async administersSite() {
    const rights = await permissions(new URLSearchParams(), ['ADMINISTER']);
    return rights['ADMINISTER'] === true;
  },

  async projectRights(projectKey) {
    const rights = await permissions(new URLSearchParams({ projectKey }), [
      'BROWSE_PROJECTS',
      'ADMINISTER_PROJECTS',
    ]);
    return {
      browse: rights['BROWSE_PROJECTS'] === true,
      administer: rights['ADMINISTER_PROJECTS'] === true,
    };
  },

  async projectById(projectId) {
    const [answer, rights] = await Promise.all([
      askJira('user', route`/rest/api/3/project/${projectId}`),
      permissions(new URLSearchParams({ projectId }), ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS']),
    ]);
    const projectKey = string(record(answer)['key']);
    if (isHidden(answer) || projectKey === '' || rights['BROWSE_PROJECTS'] !== true) return null;
    return { projectKey, administer: rights['ADMINISTER_PROJECTS'] === true };
  },

  async projectId(projectKey) {
    const answer = await askJira('user', route`/rest/api/3/project/${projectKey}`);
    const id = string(record(answer)['id']);
    return isHidden(answer) || id === '' ? null : id;
  },
};
