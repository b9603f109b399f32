import * as z from 'zod/mini';
import type { NamedInJira } from '../../../src/domain/access/rights';

const rolesShape = z.record(z.string(), z.string());

/** The roles of `GET /rest/api/3/project/{key}/role`, by name; each stands there with an address that ends in its id. */
export function rolesIn(answer: unknown): readonly NamedInJira[] {
  const roles = rolesShape.safeParse(answer);
  if (!roles.success) return [];
  return Object.entries(roles.data)
    .flatMap(([name, address]) => {
      const id = /\/([0-9]+)$/.exec(address)?.[1];
      return id === undefined ? [] : [{ id, name }];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

const groupsShape = z.object({ groups: z.array(z.object({ name: z.string(), groupId: z.string() })) });

/** The groups of `GET /rest/api/3/groups/picker`, in its order. */
export function groupsIn(answer: unknown): readonly NamedInJira[] {
  const found = groupsShape.safeParse(answer);
  return found.success ? found.data.groups.map(({ name, groupId: id }) => ({ id, name })) : [];
}
