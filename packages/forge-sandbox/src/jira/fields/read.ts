import { z } from 'zod';
import { readAdf } from '../adf';
import { unsupported } from '../errors';
import type { Project, Scalar, Stored } from '../model/types';
import type { Site } from '../site';
import { isDay, readInstant } from '../time';
import type { BaseType, Field } from './field';

/** What came in for a field: the value to store, or Jira's words on why not. */
export type Read = { readonly value: Stored } | { readonly problem: string };

const idOrName = z.object({
  id: z.coerce.string().optional(),
  name: z.string().optional(),
  value: z.string().optional(),
});
const person = z.object({ accountId: z.string().optional(), id: z.string().optional() });
const issueRef = z.object({ key: z.string().optional(), id: z.coerce.string().optional() });
const object = z.record(z.string(), z.json());

type ReadScalar = { readonly value: Scalar } | { readonly problem: string };

function pick(
  input: unknown,
  from: Iterable<{ readonly id: string; readonly name: string }>,
  what: string,
): ReadScalar {
  const wanted = idOrName.safeParse(input);
  if (!wanted.success) return { problem: `Specify a valid 'id' or 'name' for ${what}` };
  for (const one of from)
    if (one.id === wanted.data.id || one.name === wanted.data.name) return { value: one.id };
  return { problem: `${what} '${wanted.data.name ?? wanted.data.id ?? ''}' is not valid` };
}

function readPerson(site: Site, field: Field, input: unknown): ReadScalar {
  const wanted = person.safeParse(input);
  const accountId = wanted.success ? (wanted.data.accountId ?? wanted.data.id) : undefined;
  if (accountId === undefined) return { problem: 'expected Object containing an accountId' };
  if (accountId === '-1' && field.id === 'assignee')
    throw unsupported("the assignee '-1', the project’s default");
  const user = site.store.users.get(accountId);
  if (!user)
    return { problem: `Specify a valid value for ${field.name}: user '${accountId}' does not exist.` };
  // An app may record somebody who has since left; people may not choose them.
  if (!user.active && !field.forge) return { problem: `User '${accountId}' cannot be assigned issues.` };
  return { value: accountId };
}

function readScalar(site: Site, project: Project, field: Field, base: BaseType, input: unknown): ReadScalar {
  const { store } = site;
  switch (base) {
    case 'string': {
      if (typeof input !== 'string') return { problem: 'Operation value must be a string' };
      if (field.id === 'labels' && /\s/.test(input))
        return { problem: `The label '${input}' contains spaces which is invalid.` };
      return { value: input };
    }
    case 'richtext': {
      const document = readAdf(input);
      return document
        ? { value: document }
        : { problem: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' };
    }
    case 'number':
      return typeof input === 'number' && Number.isFinite(input)
        ? { value: input }
        : { problem: 'Operation value must be a number' };
    case 'date':
      return typeof input === 'string' && isDay(input)
        ? { value: input }
        : { problem: `Error parsing date string: ${String(input)}` };
    case 'datetime': {
      const ms = typeof input === 'string' ? readInstant(input) : undefined;
      // Jira ignores the milliseconds of what it is given.
      return ms === undefined
        ? { problem: `Error parsing time: ${String(input)}` }
        : { value: Math.floor(ms / 1000) * 1000 };
    }
    case 'user':
      return readPerson(site, field, input);
    case 'group': {
      const wanted = z
        .object({ name: z.string().optional(), groupId: z.string().optional() })
        .safeParse(input);
      const group = [...store.groups.values()].find(
        (one) => wanted.success && (one.name === wanted.data.name || one.id === wanted.data.groupId),
      );
      return group ? { value: group.name } : { problem: 'Group does not exist' };
    }
    case 'priority':
      return pick(input, store.priorities.values(), 'priority');
    case 'resolution':
      return pick(input, store.resolutions.values(), 'resolution');
    case 'component':
      return pick(input, project.components, 'Component name');
    case 'version':
      return pick(input, project.versions, 'Version name');
    case 'security':
      return pick(input, project.securityLevels, 'Security level');
    case 'issue': {
      const wanted = issueRef.safeParse(input);
      const issue = wanted.success ? store.issue(wanted.data.key ?? wanted.data.id ?? '') : undefined;
      return issue ? { value: issue.id } : { problem: 'Could not find issue by id or key.' };
    }
    case 'option': {
      const wanted = idOrName.safeParse(input);
      const value = wanted.success ? (wanted.data.value ?? wanted.data.name) : undefined;
      return value === undefined ? { problem: `Specify a valid 'value' for ${field.name}` } : { value };
    }
    case 'object': {
      const wanted = object.safeParse(input);
      return wanted.success ? { value: wanted.data } : { problem: 'Operation value must be an object' };
    }
  }
}

/** Reads a field's new value from a request body. Null and empty lists both clear the field. */
export function readValue(site: Site, project: Project, field: Field, input: unknown): Read {
  if (!field.value)
    return { problem: `Field '${field.id}' cannot be set. It is not on the appropriate screen, or unknown.` };
  if (input === null || input === undefined) return { value: null };
  if (!field.value.list) return readScalar(site, project, field, field.value.base, input);
  if (!Array.isArray(input)) return { problem: 'data was not an array' };
  const values: Scalar[] = [];
  for (const entry of input) {
    const read = readScalar(site, project, field, field.value.base, entry);
    if ('problem' in read) return read;
    if (!values.includes(read.value)) values.push(read.value);
  }
  return { value: values.length === 0 ? null : values };
}
