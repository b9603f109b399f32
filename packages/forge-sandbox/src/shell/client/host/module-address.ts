import { pageOf } from '../../../modules';
import { inProject } from '../../../modules/shown';
import { routeOf } from '../../routes';
import { addressOf, boot } from '../app/boot';

/**
 * Where a module's own page lies; inside a project's pages the project is known without being named.
 * @throws Error for a module without a page, and for a project's page where no project is known.
 */
export const moduleAddress = (moduleKey: string, projectKey: string | undefined): string => {
  const module = boot.modules.find(({ key }) => key === moduleKey);
  const page = module && pageOf(module.type);
  const project = projectKey ?? projectHere();
  if (module !== undefined && page !== undefined && (project !== undefined || !inProject(page)))
    return addressOf(module, page, project ?? '');
  throw new Error(`The module "${moduleKey}" has no page of its own here.`);
};

const projectHere = (): string | undefined => {
  const here = routeOf(window.location.pathname);
  if ('projectKey' in here) return here.projectKey;
  return 'issueKey' in here ? here.issueKey.replace(/-\d+$/, '') : undefined;
};
