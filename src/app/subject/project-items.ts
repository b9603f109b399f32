import { CallRefused } from '../../contract/refusal';
import { refusalWords } from '../../contract/wording/refusals';
import type { Policy } from '../../domain/policy/policy';
import type { WorkItem } from '../../domain/gate/item';
import { idsUnderPolicy, type IssueTypeFact, type WorkItemType } from '../../domain/policy/scope';
import type { PolicyStore } from '../policy/ports';
import type { Jira } from '../ports';
import type { WorkItemPage } from './ports';
import { Unavailable } from '../../platform/unavailable';
import { unknownCursor } from './unknown-cursor';

export interface ProjectScopePorts {
  readonly jira: Pick<Jira, 'issueTypes' | 'projectRights'>;
  readonly policies: Pick<PolicyStore, 'read'>;
}

/** What a project's policy covers, as far as Jira knows it for the viewer. */
export interface ProjectPolicy {
  readonly policy: Policy;
  /** Ids of the types under policy; empty where Jira knows none of them. */
  readonly issueTypes: readonly string[];
  /** Types the policy names that Jira no longer knows. */
  readonly unknownTypes: readonly WorkItemType[];
  /** The project it was saved for, and what holds where the key has another project behind it; absent where it was not. */
  readonly projectId?: string;
  readonly above?: ProjectPolicy;
}

/** A project's policy with its types as ids, each read once and side by side. */
export async function readProjectPolicy(
  projectKey: string,
  { jira, policies }: ProjectScopePorts,
): Promise<ProjectPolicy> {
  const [{ policy, projectId, above }, types] = await Promise.all([
    policies.read({ project: projectKey }),
    jira.issueTypes('user'),
  ]);
  return {
    ...withTypes(policy, types),
    ...(projectId !== undefined && { projectId, above: withTypes(above, types) }),
  };
}

function withTypes(policy: Policy, types: readonly IssueTypeFact[]): ProjectPolicy {
  const { ids, unknown } = idsUnderPolicy(policy.workItemTypes, types);
  return { policy, issueTypes: ids, unknownTypes: unknown };
}

/** Where the project behind the key is another than the one that saved the policy, what stands above that holds. */
const believed = (project: ProjectPolicy, [first]: readonly WorkItem[]): ProjectPolicy =>
  project.above && first && first.projectId !== '' && project.projectId !== first.projectId
    ? project.above
    : project;

/**
 * One page of a search in a project. A search without a single type to look for finds nothing, and is not asked.
 *
 * @throws CallRefused `not-found` where the project is hidden from the viewer, `invalid` for a cursor Jira does not know;
 * Unavailable `broken-question` where Jira does not understand what is asked, never an empty page instead.
 */
export async function searchPage<T>(
  {
    projectKey,
    cursor,
    issueTypes,
  }: {
    readonly projectKey: string;
    readonly cursor?: string | undefined;
    readonly issueTypes?: readonly string[] | undefined;
  },
  jira: Pick<Jira, 'projectRights'>,
  empty: T,
  search: () => Promise<T | null>,
): Promise<T> {
  if (issueTypes?.length === 0) return empty;
  let problem = new Unavailable('jira', 'the search was refused', { failure: 'refused' });
  try {
    const page = await search();
    if (page) return page;
  } catch (error) {
    if (!(error instanceof Unavailable) || error.failure !== 'broken-question') throw error;
    problem = error;
  }
  const { browse } = await jira.projectRights(projectKey);
  if (!browse) throw new CallRefused({ code: 'not-found', message: refusalWords['not-found'] });
  throw cursor === undefined ? problem : unknownCursor();
}

export interface OpenItemsPorts extends ProjectScopePorts {
  readonly jira: ProjectScopePorts['jira'] & Pick<Jira, 'openItems'>;
}

const NOTHING: WorkItemPage = { items: [] };

/**
 * One page of a project's open items as the viewer's own search finds them, with the policy that holds for them.
 *
 * @param known the project's policy where an earlier page has read it
 * @throws as `searchPage`
 */
export async function openItemsPage(
  {
    projectKey,
    cursor,
    scope,
    text,
    known,
  }: {
    readonly projectKey: string;
    readonly cursor?: string | undefined;
    readonly scope: 'policy' | 'all';
    readonly text?: string | undefined;
    readonly known?: ProjectPolicy | undefined;
  },
  ports: OpenItemsPorts,
): Promise<{ readonly project: ProjectPolicy; readonly page: WorkItemPage }> {
  const pageUnder = ({ policy, issueTypes: underPolicy }: ProjectPolicy) => {
    const issueTypes = scope === 'policy' ? underPolicy : undefined;
    return searchPage({ projectKey, cursor, issueTypes }, ports.jira, NOTHING, () =>
      ports.jira.openItems(projectKey, {
        ...(issueTypes && { issueTypes }),
        ...(text !== undefined && { text }),
        reading: policy,
        ...(cursor !== undefined && { pageToken: cursor }),
      }),
    );
  };
  const project = known ?? (await readProjectPolicy(projectKey, ports));
  const page = await pageUnder(project);
  const holds = believed(project, page.items);
  return holds === project ? { project, page } : { project: holds, page: await pageUnder(holds) };
}
