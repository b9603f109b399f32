import type { Policy } from '../../domain/policy/policy';
import { idsUnderPolicy } from '../../domain/policy/scope';
import { retry } from '../../platform/retry';
import type { PolicyRecords, PolicyStore } from '../policy/ports';
import type { Jira } from '../ports';
import { policyFor } from '../subject/policy-for';
import type { FieldsScope, Followers } from './ports';

export interface ScopePorts {
  readonly jira: Pick<Jira, 'issueTypes'>;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly policyRecords: Pick<PolicyRecords, 'page'>;
}

/** Every policy that somebody decided, by its owner's key, and the one that holds everywhere else. */
async function allPolicies({ policies, policyRecords }: Omit<ScopePorts, 'jira'>): Promise<{
  readonly site: Policy;
  readonly projects: ReadonlyMap<string, Policy>;
}> {
  const site = policyFor(await retry(() => policies.read('site')), null);
  const projects = new Map<string, Policy>();
  let cursor: string | undefined;
  do {
    const at = cursor;
    const { found, next } = await retry(() => policyRecords.page(at));
    for (const { key, policy } of found) projects.set(key, policy);
    cursor = next;
  } while (cursor !== undefined);
  return { site, projects };
}

/** Which projects have items that start only once the one above them may. */
export async function followersOf(ports: Omit<ScopePorts, 'jira'>): Promise<Followers> {
  const { site, projects } = await allPolicies(ports);
  return followersIn(site, projects);
}

function followersIn(site: Policy, projects: ReadonlyMap<string, Policy>): Followers {
  if (site.childrenFollow) return 'everywhere';
  const keys = [...projects].flatMap(([key, { childrenFollow }]) => (childrenFollow ? [key] : []));
  return keys.length === 0 ? 'none' : keys;
}

/**
 * What the policies of the site cover altogether; each item found is then judged by its own project's.
 *
 * @throws Unavailable when Jira or storage does not answer.
 */
export async function fieldsScope(ports: ScopePorts): Promise<FieldsScope> {
  const [{ site, projects }, types] = await Promise.all([
    allPolicies(ports),
    retry(() => ports.jira.issueTypes('app')),
  ]);
  const entries = [site, ...projects.values()].flatMap(({ workItemTypes }) => workItemTypes);
  return { issueTypes: idsUnderPolicy(entries, types).ids, followers: followersIn(site, projects) };
}
