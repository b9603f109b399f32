import { z } from 'zod';
import { readAdf } from './adf';
import { unsupported } from './errors';
import { readValue } from './fields/read';
import { isList, writeValue } from './fields/write';
import type { Issue, Json, JsonObject, Project, Scalar, Stored } from './model/types';
import { can } from './permissions';
import { viewerOf, type Site, type Viewer } from './site';

/** `fields` and `update` of an edit, a creation or a transition. */
export const changesBody = z.object({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
});

export type ChangesBody = z.infer<typeof changesBody>;

/** What a body asks for, read and checked: nothing is stored yet. */
export interface Changeset {
  readonly values: ReadonlyMap<string, Stored>;
  readonly comments: readonly JsonObject[];
  readonly errors: Readonly<Record<string, string>>;
}

const offScreen = (id: string): string =>
  `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

const entries = (value: Stored): readonly Scalar[] => (value === null ? [] : isList(value) ? value : [value]);

function assigneeProblem(
  site: Site,
  viewer: Viewer,
  project: Project,
  value: Stored,
  issue: Issue | undefined,
): string | undefined {
  if (!can(viewer, 'ASSIGN_ISSUES', project, issue)) return 'You do not have permission to assign issues.';
  const user = typeof value === 'string' ? site.store.users.get(value) : undefined;
  if (!user) return undefined;
  const target = viewerOf(site, { kind: 'user', accountId: user.accountId }, false);
  return can(target, 'ASSIGNABLE_USER', project, issue)
    ? undefined
    : `User '${user.accountId}' cannot be assigned issues.`;
}

/**
 * Reads the changes a person asks for.
 * @param allowed field ids the screen offers; undefined for the edit screen, which has every editable field
 */
export function readChanges(
  site: Site,
  viewer: Viewer,
  project: Project,
  body: ChangesBody,
  options: { readonly issue?: Issue; readonly allowed?: ReadonlySet<string> },
): Changeset {
  const values = new Map<string, Stored>();
  const comments: JsonObject[] = [];
  const errors: Record<string, string> = {};

  const accept = (
    id: string,
    combine: (current: readonly Scalar[], given: Stored) => Stored,
    input: unknown,
  ): void => {
    const field = site.store.fields.get(id);
    if (!field?.editable || (options.allowed && !options.allowed.has(id))) {
      errors[id] = offScreen(id);
      return;
    }
    const read = readValue(site, project, field, input);
    if ('problem' in read) {
      errors[id] = read.problem;
      return;
    }
    const current = values.get(id) ?? options.issue?.values.get(id) ?? null;
    const value = combine(entries(current), read.value);
    const problem =
      id === 'assignee' ? assigneeProblem(site, viewer, project, value, options.issue) : undefined;
    if (problem !== undefined) errors[id] = problem;
    else if (id === 'summary' && (typeof value !== 'string' || value.trim() === ''))
      errors[id] = 'You must specify a summary of the issue.';
    else if (id === 'summary' && typeof value === 'string' && value.length > 255)
      errors[id] = "Summary can't exceed 255 characters.";
    else values.set(id, value);
  };

  for (const [id, input] of Object.entries(body.fields ?? {})) accept(id, (_, given) => given, input);
  for (const [id, operations] of Object.entries(body.update ?? {})) {
    if (id === 'issuelinks' || id === 'worklog') throw unsupported(`'${id}' in the update of an issue`);
    for (const operation of operations) {
      for (const [verb, input] of Object.entries(operation)) {
        if (id === 'comment' && verb === 'add' && (!options.allowed || options.allowed.has('comment'))) {
          const document = readAdf(z.object({ body: z.unknown() }).safeParse(input).data?.body);
          if (document) comments.push(document);
          else errors['comment'] = 'Comment body is not valid!';
          continue;
        }
        const list = site.store.fields.get(id)?.value?.list === true;
        if (verb === 'set') accept(id, (_, given) => given, input);
        else if (verb === 'add' && list)
          accept(id, (current, given) => [...new Set([...current, ...entries(given)])], [input]);
        else if (verb === 'remove' && list) {
          accept(
            id,
            (current, given) => emptyAsNull(current.filter((one) => !entries(given).includes(one))),
            [input],
          );
        } else errors[id] = `The operation '${verb}' is not supported for field '${id}'.`;
      }
    }
  }
  return { values, comments, errors };
}

const emptyAsNull = (values: readonly Scalar[]): Stored => (values.length === 0 ? null : values);

/**
 * A transition's changed fields as a validator function receives them: the shape of `GET issue`,
 * people as `{accountId}` alone, cleared lists as null.
 */
export function modifiedFields(
  site: Site,
  viewer: Viewer,
  issue: Issue,
  values: ReadonlyMap<string, Stored>,
): Record<string, Json> {
  const modified: Record<string, Json> = {};
  for (const [id, value] of values) {
    const field = site.store.fields.get(id);
    if (!field || JSON.stringify(value) === JSON.stringify(issue.values.get(id) ?? null)) continue;
    if (value === null) modified[id] = null;
    else if (field.value?.base === 'user') {
      modified[id] = isList(value) ? value.map((accountId) => ({ accountId })) : { accountId: value };
    } else modified[id] = writeValue(site, viewer, field, value);
  }
  return modified;
}
