import * as z from 'zod/mini';

const fieldShape = z.object({
  id: z.string(),
  name: z.string(),
  schema: z.optional(z.object({ type: z.string(), items: z.optional(z.string()) })),
});

const projectShape = z.object({
  issueTypes: z.optional(z.array(z.object({ name: z.string(), subtask: z.optional(z.boolean()) }))),
});

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

/** The names of a project's work item types, from `GET /rest/api/3/project/{key}`; subtasks last. */
export function typeNames(answer: unknown): readonly string[] {
  const project = projectShape.safeParse(answer);
  const types = project.success ? (project.data.issueTypes ?? []) : [];
  const ordered = [...types].sort((a, b) => Number(a.subtask ?? false) - Number(b.subtask ?? false));
  return [...new Set(ordered.map(({ name }) => name))];
}

/** The names of the site's work item types, from `GET /rest/api/3/issuetype`; the same name may stand for several. */
export const siteTypeNames = (answer: unknown): readonly string[] => typeNames({ issueTypes: answer });

const permissionsShape = z.object({
  permissions: z.object({ ADMINISTER_PROJECTS: z.object({ havePermission: z.boolean() }) }),
});

/** From `GET /rest/api/3/mypermissions`: false only where Jira says so. */
export function mayAdminister(answer: unknown): boolean {
  const parsed = permissionsShape.safeParse(answer);
  return !parsed.success || parsed.data.permissions.ADMINISTER_PROJECTS.havePermission;
}
