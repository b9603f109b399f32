import * as z from 'zod/mini';
import type { IssueTypeFact, LinkTypeFact } from '../../../src/domain/policy/scope';

const fieldShape = z.object({
  id: z.string(),
  name: z.string(),
  schema: z.optional(z.object({ type: z.string(), items: z.optional(z.string()) })),
});

const typeShape = z.object({
  id: z.string(),
  name: z.string(),
  untranslatedName: z.optional(z.string()),
  hierarchyLevel: z.optional(z.number()),
  subtask: z.optional(z.boolean()),
  scope: z.optional(z.object({ project: z.optional(z.object({ id: z.string() })) })),
});

/** A work item type that a policy can name. */
export interface OfferedType extends IssueTypeFact {
  /** False for a type that belongs to one project alone, though the page is about the site. */
  readonly shared: boolean;
}

const SUBTASK_LEVEL = -1;

/** A Jira field that holds people. */
export interface UserField {
  readonly id: string;
  readonly name: string;
  readonly several: boolean;
}

/** System fields that name people who do not own the work; the assignee is a choice of its own. */
const notOwners = new Set(['assignee', 'reporter', 'creator', 'watches', 'voter', 'votes']);

/** The fields of `GET /rest/api/3/field` that could name an owner, by name. Anything else in the answer is left out. */
export function userFields(answer: unknown): readonly UserField[] {
  if (!Array.isArray(answer)) return [];
  return answer
    .flatMap((one): UserField[] => {
      const field = fieldShape.safeParse(one);
      if (!field.success || notOwners.has(field.data.id)) return [];
      const { id, name, schema } = field.data;
      if (schema?.type === 'user') return [{ id, name, several: false }];
      return schema?.type === 'array' && schema.items === 'user' ? [{ id, name, several: true }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

const listIn = (answer: unknown, name: string): readonly unknown[] => {
  const list: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
  return Array.isArray(list) ? list : [];
};

function typesIn(list: readonly unknown[]): readonly OfferedType[] {
  const types = list.flatMap((one): OfferedType[] => {
    const type = typeShape.safeParse(one);
    if (!type.success) return [];
    const { id, name, untranslatedName, hierarchyLevel, subtask, scope } = type.data;
    return [
      {
        id,
        name,
        ...(untranslatedName !== undefined && { untranslatedName }),
        level: hierarchyLevel ?? (subtask ? SUBTASK_LEVEL : null),
        shared: scope?.project === undefined,
      },
    ];
  });
  return [...new Map(types.map((type) => [type.id, type])).values()];
}

/** A project's work item types, from `GET /rest/api/3/project/{key}`. Anything else in the answer is left out. */
export const projectTypes = (answer: unknown): readonly OfferedType[] =>
  typesIn(listIn(answer, 'issueTypes')).map((type) => ({ ...type, shared: true }));

/** The site's work item types, from `GET /rest/api/3/issuetype`; the same name may stand for several. */
export const siteTypes = (answer: unknown): readonly OfferedType[] =>
  typesIn(Array.isArray(answer) ? answer : []);

const linkTypeShape = z.object({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() });

/** The site's link types, from `GET /rest/api/3/issueLinkType`. Anything else in the answer is left out. */
export const linkTypes = (answer: unknown): readonly LinkTypeFact[] =>
  listIn(answer, 'issueLinkTypes').flatMap((one) => {
    const type = linkTypeShape.safeParse(one);
    return type.success ? [type.data] : [];
  });

const permissionsShape = z.object({
  permissions: z.object({ ADMINISTER_PROJECTS: z.object({ havePermission: z.boolean() }) }),
});

/** From `GET /rest/api/3/mypermissions`: false only where Jira says so. */
export function mayAdminister(answer: unknown): boolean {
  const parsed = permissionsShape.safeParse(answer);
  return !parsed.success || parsed.data.permissions.ADMINISTER_PROJECTS.havePermission;
}
