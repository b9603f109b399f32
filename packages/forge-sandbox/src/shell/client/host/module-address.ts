import { boot } from '../app/boot';
import { routeOf } from '../../routes';

/** Where a module's own page lies; inside a project's pages the project is known without being named. */
export const moduleAddress = (moduleKey: string, projectKey: string | undefined): string => {
  const module = boot.modules.find(({ key }) => key === moduleKey);
  const here = routeOf(window.location.pathname);
  const project =
    projectKey ??
    ('projectKey' in here
      ? here.projectKey
      : 'issueKey' in here
        ? here.issueKey.replace(/-\d+$/, '')
        : undefined);
  if (module?.type === 'jira:adminPage') return `/settings/apps/${moduleKey}`;
  if (module?.type === 'jira:globalPage') return `/apps/${moduleKey}`;
  if (project !== undefined && module?.type === 'jira:projectPage')
    return `/projects/${project}/page/${moduleKey}`;
  if (project !== undefined && module?.type === 'jira:projectSettingsPage') {
    return `/projects/${project}/settings/${moduleKey}`;
  }
  throw new Error(`The module "${moduleKey}" has no page of its own here.`);
};
