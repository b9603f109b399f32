import { useEffect, useState } from 'react';
import type { NamedInJira } from '../../src/domain/access/rights';
import { groupsIn, rolesIn } from './model/members';
import type { OwnerKind } from './owner-kind';
import { readJira } from './use-jira';

/** Roles and groups that can be given a right. */
export interface Members {
  readonly roles: readonly NamedInJira[];
  readonly groups: readonly NamedInJira[];
}

/** So many groups are offered; Jira lists them by name. */
const MOST_GROUPS = 200;

/** Reads, as the reader, the roles of projects and the groups of the site: none where Jira does not tell them. */
export function useMembers(projectKey: string, kind: OwnerKind): Members {
  const [members, setMembers] = useState<Members>({ roles: [], groups: [] });
  useEffect(() => {
    let left = false;
    const take = (part: Partial<Members>) => {
      if (!left) setMembers((now) => ({ ...now, ...part }));
    };
    readRoles(projectKey, kind).then(
      (roles) => take({ roles }),
      () => undefined,
    );
    readJira(`/rest/api/3/groups/picker?query=&maxResults=${MOST_GROUPS}`).then(
      (answer) => take({ groups: groupsIn(answer) }),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [projectKey, kind]);
  return members;
}

/** Roles are the same in all projects that a company manages: for the site any of its projects tells them. */
async function readRoles(projectKey: string, kind: OwnerKind): Promise<readonly NamedInJira[]> {
  const key = kind === 'site' ? await someProject() : encodeURIComponent(projectKey);
  return key === null ? [] : rolesIn(await readJira(`/rest/api/3/project/${key}/role`));
}

async function someProject(): Promise<string | null> {
  const answer = await readJira('/rest/api/3/project/search?maxResults=1');
  const values: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'values') : [];
  const first: unknown = Array.isArray(values) ? values[0] : undefined;
  const id: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'id') : undefined;
  return typeof id === 'string' ? encodeURIComponent(id) : null;
}
