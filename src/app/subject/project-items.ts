import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import type { Borders } from '../../domain/gate/border';
import type { Policy } from '../../domain/policy/policy';
import { idsUnderPolicy, type WorkItemType } from '../../domain/policy/scope';
import { Unavailable } from '../../platform/unavailable';
import type { Jira } from '../ports';
import type { Home, PolicyStore } from '../policy/ports';
import type { WorkItemPage } from './ports';
import { unknownCursor } from './unknown-cursor';
import { policyFor, withHome } from './policy-for';

export interface ProjectScopePorts {
  readonly jira: Pick<Jira, 'issueTypes' | 'projectRights' | 'projectId'>;
  readonly policies: Pick<PolicyStore, 'read'>;
}

/** What a project's policy covers, as far as Jira knows it for the viewer. */
export interface ProjectPolicy {
  readonly policy: Policy;
  /** Where its records lie. */
  readonly home: Home;
  /** Ids of the types under policy; empty where Jira knows none of them. */
  readonly issueTypes: readonly string[];
  /** Types the policy names that Jira no longer knows. */
  readonly unknownTypes: readonly WorkItemType[];
  /** What the gate's rules met there. */
  readonly borders?: Borders | undefined;
}

/** A search that is read page by page. */
export interface RunOfPages {
  /** What the first page read; absent on that page, and where it was read too long ago. */
  readonly known?: ProjectPolicy | undefined;
  /** What an earlier run read, and what this one will most likely read too. */
  readonly expected?: ProjectPolicy | undefined;
  /** Told as soon as a page knows whether another one follows: what is noted of the run is then written beside its other reads. */
  readonly found: (project: ProjectPolicy, hasNext: boolean) => void;
}

/** A project's policy with its types as ids, and the project behind the key, each read once in a run and side by side. */
export async function readProjectPolicy(
  projectKey: string,
  { jira, policies }: ProjectScopePorts,
  run?: RunOfPages,
): Promise<ProjectPolicy> {
  if (run?.known) return run.known;
  const id = jira.projectId(projectKey);
  const [stored, projectId, types] = await Promise.all([
    policies.read({ project: projectKey, id }),
    id,
    jira.issueTypes('user'),
  ]);
  // A project that the viewer may not see has no items for them, whatever its policy.
  const policy = withHome(policyFor(stored, projectId), stored, projectKey, projectId);
  const { ids, unknown } = idsUnderPolicy(policy.workItemTypes, types);
  const isOwn = stored.borders?.projectId === projectId;
  return {
    policy,
    home: stored.home,
    issueTypes: ids,
    unknownTypes: unknown,
    borders: isOwn ? stored.borders : undefined,
  };
}

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
  if (!browse) throw new CallRefused({ code: 'not-found', message: refusalText('not-found') });
  throw cursor === undefined ? problem : unknownCursor();
}

export interface OpenItemsPorts extends ProjectScopePorts {
  readonly jira: ProjectScopePorts['jira'] & Pick<Jira, 'openItems'>;
}

const NOTHING: WorkItemPage = { items: [] };

/** Whether both have the same items searched and read alike. */
const isSame = (one: ProjectPolicy, other: ProjectPolicy): boolean =>
  JSON.stringify([one.policy, one.issueTypes]) === JSON.stringify([other.policy, other.issueTypes]);

/**
 * One page of a project's open items as the viewer's own search finds them, with the policy that holds for them.
 *
 * @param known the project's policy where the caller has read it
 * @param run the run that the page belongs to
 * @throws as `searchPage`
 */
export async function openItemsPage(
  {
    projectKey,
    cursor,
    scope,
    text,
    known,
    run,
  }: {
    readonly projectKey: string;
    readonly cursor?: string | undefined;
    readonly scope: 'policy' | 'all';
    readonly text?: string | undefined;
    readonly known?: ProjectPolicy | undefined;
    readonly run?: RunOfPages | undefined;
  },
  ports: OpenItemsPorts,
): Promise<{ readonly project: ProjectPolicy; readonly page: WorkItemPage }> {
  const searchAs = ({ policy, issueTypes }: ProjectPolicy) =>
    ports.jira.openItems(projectKey, {
      ...(scope === 'policy' && { issueTypes }),
      ...(text !== undefined && { text }),
      reading: policy,
      ...(cursor !== undefined && { pageToken: cursor }),
    });
  // Searched beside reading what holds, and thrown away where that is something else by now.
  const expected = (known ?? run?.known) ? undefined : run?.expected;
  const isAsked = expected && (scope === 'all' || expected.issueTypes.length > 0);
  const [project, early] = await Promise.all([
    known ?? readProjectPolicy(projectKey, ports, run),
    isAsked ? searchAs(expected).catch(() => null) : null,
  ]);
  const page =
    early && expected && isSame(expected, project)
      ? early
      : await searchPage(
          { projectKey, cursor, issueTypes: scope === 'policy' ? project.issueTypes : undefined },
          ports.jira,
          NOTHING,
          () => searchAs(project),
        );
  run?.found(project, page.nextPageToken !== undefined);
  return { project, page };
}
