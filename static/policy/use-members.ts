import { useEffect, useState } from 'react';
import type { NamedInJira } from '../../src/domain/access/rights';
import { groupsIn, rolesIn } from './model/members';
import type { OwnerKind } from './owner-kind';
import { askJira } from '../jira/requests';

/** Roles and groups that can be given a right, as far as Jira lets the reader see them; null is on its way. */
export interface Members {
  readonly roles: readonly NamedInJira[] | null | 'unavailable';
  readonly groups: readonly NamedInJira[] | null | 'unavailable';
}

/** So many groups are offered; Jira lists them by name. */
const MOST_GROUPS = 200;

/** Reads, as the reader, the roles of projects and the groups of the site. */
export function useMembers(projectKey: string, kind: OwnerKind): Members {
  const [members, setMembers] = useState<Members>({ roles: null, groups: null });
  useEffect(() => {
    let left = false;
    const take = (part: Partial<Members>) => {
      if (!left) setMembers((now) => ({ ...now, ...part }));
    };
    readRoles(projectKey, kind).then(
      (roles) => take({ roles }),
      () => take({ roles: 'unavailable' }),
    );
    askJira(`/rest/api/3/groups/picker?query=&maxResults=${MOST_GROUPS}`).then(
      (answer) => take({ groups: groupsIn(answer) }),
      () => take({ groups: 'unavailable' }),
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
  return key === null ? [] : rolesIn(await askJira(`/rest/api/3/project/${key}/role`));
}

async function someProject(): Promise<string | null> {
  const answer = await askJira('/rest/api/3/project/search?maxResults=1');
  const values: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'values') : [];
  const first: unknown = Array.isArray(values) ? values[0] : undefined;
  const id: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'id') : undefined;
  return typeof id === 'string' ? encodeURIComponent(id) : null;
}
