import type { Jira } from '../app/ports';
import type { RunOfPages } from '../app/subject/project-items';
import { CallRefused, type Refused } from '../contract/refusal';
import { refusalText } from '../contract/wording/refusals';
import type { AccountId } from '../domain/values';
import type { ProjectScope, WorkflowScope } from './scopes';

export type ProjectRights = Pick<Jira, 'projectById' | 'projectRights' | 'administersSite'>;

/** Who calls about which project, as the platform says. */
export interface OfProject {
  readonly accountId: AccountId | undefined;
  readonly projectKey: string | undefined;
  readonly run?: RunOfPages | undefined;
}

export const refuseWith = (code: Refused['code'], message: string): never => {
  throw new CallRefused({ code, message });
};

const named = ({ accountId, projectKey, run }: OfProject): ProjectScope => ({
  accountId: accountId ?? refuseWith('anonymous', refusalText('anonymous')),
  projectKey: projectKey ?? refuseWith('invalid', refusalText('no-context')),
  run,
});

/** @throws CallRefused for whoever may not browse the project or, where the call needs it, not administer it. */
export async function openProject(
  caller: OfProject,
  needs: 'project' | 'project-admin',
  jira: ProjectRights,
): Promise<ProjectScope> {
  const scope = named(caller);
  const rights = await jira.projectRights(scope.projectKey);
  if (!rights.browse) refuseWith('not-found', refusalText('not-found'));
  if (needs === 'project-admin' && !rights.administer) {
    refuseWith('not-allowed', refusalText('not-allowed'));
  }
  return scope;
}

/**
 * Reads something of a project beside the question whether its reader may browse it: nobody is answered who may not. A later
 * page of a run does not ask again what its search as the reader says anyway.
 *
 * @throws CallRefused as `openProject`, before whatever `read` throws.
 */
export async function readProject<T>(
  caller: OfProject,
  jira: ProjectRights,
  read: (scope: ProjectScope) => Promise<T>,
): Promise<T> {
  const scope = named(caller);
  const [opened, answered] = await Promise.allSettled([
    scope.run?.known ? undefined : openProject(caller, 'project', jira),
    read(scope),
  ]);
  if (opened.status === 'rejected') throw opened.reason;
  if (answered.status === 'rejected') throw answered.reason;
  return answered.value;
}

/** A workflow, by the project it belongs to or as one that projects share, for whoever may edit it. */
export async function openWorkflow(
  accountId: AccountId,
  projectId: string | undefined,
  project: ProjectRights,
): Promise<WorkflowScope> {
  const [found, ofSite] = await Promise.all([
    projectId === undefined ? undefined : project.projectById(projectId),
    project.administersSite(),
  ]);
  if (found === null) return refuseWith('not-found', refusalText('not-found'));
  if (!found?.administer && !ofSite) refuseWith('not-allowed', refusalText('not-workflow-admin'));
  return {
    accountId,
    project: found && projectId !== undefined ? { projectKey: found.projectKey, projectId } : null,
  };
}
