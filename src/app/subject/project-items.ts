import { CallRefused } from '../../contract/refusal';
import { refusalWords, wordInvalid } from '../../contract/wording/refusals';
import type { Policy } from '../../domain/policy/policy';
import { idsUnderPolicy, type WorkItemType } from '../../domain/policy/scope';
import { Unavailable, type Jira, type PolicyStore } from '../ports';

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
}

/** A project's policy with its types as ids, each read once and side by side. */
export async function readProjectPolicy(
  projectKey: string,
  { jira, policies }: ProjectScopePorts,
): Promise<ProjectPolicy> {
  const [{ policy }, types] = await Promise.all([
    policies.read({ project: projectKey }),
    jira.issueTypes('user'),
  ]);
  const { ids, unknown } = idsUnderPolicy(policy.workItemTypes, types);
  return { policy, issueTypes: ids, unknownTypes: unknown };
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
  if (!browse) throw new CallRefused({ code: 'not-found', message: refusalWords['not-found'] });
  if (cursor !== undefined) {
    throw new CallRefused({
      code: 'invalid',
      field: 'cursor',
      message: wordInvalid('cursor', 'not-a-cursor'),
    });
  }
  throw problem;
}
