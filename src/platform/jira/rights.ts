import { assumeTrustedRoute, route } from '@forge/api';
import type { JiraRights } from '../../app/subject/ports';
import { Refused, Unavailable } from '../unavailable';
import { ask, askJira, isHidden } from './client';
import { array, record, string } from '../read';

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

/**
 * Whether the user holds a role in a project. Jira tells the members of a role to its administrators alone, but anybody may
 * search by the roles that are their own. A role that Jira does not know by this name is nobody's.
 */
async function holdsRole(projectId: string, name: string): Promise<boolean> {
  const jql = `project = ${projectId} AND project in projectsWhereUserHasRole(${JSON.stringify(name)})`;
  const body = { jql, maxResults: 1, fields: ['id'] };
  const outcome = await ask('user', route`/rest/api/3/search/jql`, { method: 'POST', body });
  if (outcome.kind === 'answered') return array(record(outcome.body)['issues']).length > 0;
  if (outcome.kind === 'hidden' || outcome.kind === 'broken-question') return false;
  throw new Unavailable('jira', 'the roles of somebody could not be read');
}

export const rights: JiraRights = {
  async itemRights(issueKey) {
    const rights = await permissions(new URLSearchParams({ issueKey }), [
      'EDIT_ISSUES',
      'ADMINISTER_PROJECTS',
    ]);
    return { edit: rights['EDIT_ISSUES'] === true, administer: rights['ADMINISTER_PROJECTS'] === true };
  },

  async memberships(projectId, wanted) {
    const [held, myself] = await Promise.all([
      Promise.all(wanted.roles.map(({ name }) => holdsRole(projectId, name))),
      wanted.groups ? askJira('user', route`/rest/api/3/myself?expand=groups`) : {},
    ]);
    const groups = isHidden(myself) ? [] : array(record(record(myself)['groups'])['items']);
    return {
      roles: wanted.roles.filter((_role, index) => held[index]).map(({ id }) => id),
      groups: groups.map((group) => string(record(group)['groupId'])).filter((id) => id !== ''),
    };
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
