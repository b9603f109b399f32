import { adfText } from '../adf';
import type { JsonObject, Json, Scalar, Stored } from '../model/types';
import { personOf } from '../render/people';
import {
  componentDetails,
  issueTypeDetails,
  priorityDetails,
  resolutionDetails,
  statusDetails,
  versionDetails,
  type Reader,
} from '../render/things';
import type { Site, Viewer } from '../site';
import { jiraInstant } from '../time';
import type { BaseType, Field } from './field';

/** A linked or parent issue in its short form: key, summary, status, priority and type. */
export function issueStub(site: Site, reader: Reader, issueId: string): JsonObject | null {
  const issue = site.store.issues.get(issueId);
  if (!issue) return null;
  const status = site.store.statuses.get(issue.statusId);
  const type = site.store.issueTypes.get(issue.typeId);
  const priority = site.store.priorities.get(String(issue.values.get('priority') ?? ''));
  return {
    id: issue.id,
    key: issue.key,
    self: `${site.baseUrl()}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: String(issue.values.get('summary') ?? ''),
      ...(status ? { status: statusDetails(site, reader, status) } : {}),
      ...(priority ? { priority: priorityDetails(site, reader, priority) } : {}),
      ...(type ? { issuetype: issueTypeDetails(site, reader, type) } : {}),
    },
  };
}

function findNamed(
  site: Site,
  base: BaseType,
  id: string,
): { readonly id: string; readonly name: string } | undefined {
  if (base === 'priority') return site.store.priorities.get(id);
  if (base === 'resolution') return site.store.resolutions.get(id);
  for (const project of site.store.projects.values()) {
    const among =
      base === 'component'
        ? project.components
        : base === 'version'
          ? project.versions
          : project.securityLevels;
    const found = among.find((one) => one.id === id);
    if (found) return found;
  }
  return undefined;
}

function writeScalar(site: Site, viewer: Viewer, base: BaseType, value: Scalar): Json {
  if (typeof value === 'number') return base === 'datetime' ? jiraInstant(value, viewer.timeZone) : value;
  if (typeof value !== 'string') return value;
  switch (base) {
    case 'user':
      return personOf(site, value);
    case 'issue':
      return issueStub(site, viewer, value);
    case 'group':
      return { name: value, groupId: site.store.groups.get(value)?.id ?? value };
    case 'option':
      return { value, id: value };
    case 'priority':
    case 'resolution':
    case 'component':
    case 'version':
    case 'security': {
      const named = findNamed(site, base, value);
      if (!named) return null;
      if (base === 'priority') return priorityDetails(site, viewer, named);
      if (base === 'resolution') return resolutionDetails(site, named);
      if (base === 'component') return componentDetails(site, named);
      if (base === 'version') return versionDetails(site, named);
      return {
        self: `${site.baseUrl()}/rest/api/3/securitylevel/${named.id}`,
        id: named.id,
        name: named.name,
        description: '',
      };
    }
    default:
      return value;
  }
}

/** A stored value as `GET issue` shows it. System lists are `[]` when empty, custom ones null, as in Jira. */
export function writeValue(site: Site, viewer: Viewer, field: Field, value: Stored): Json {
  const base = field.value?.base ?? 'string';
  if (value === null) return field.value?.list && !field.custom ? [] : null;
  if (!isList(value)) return writeScalar(site, viewer, base, value);
  return value.map((one) => writeScalar(site, viewer, base, one)).filter((one) => one !== null);
}

export function isList(value: Stored): value is readonly Scalar[] {
  return Array.isArray(value);
}

/** A value in words and ids, as a changelog records it and JQL compares it. */
export function describe(
  site: Site,
  base: BaseType,
  value: Scalar,
): { readonly id: string | null; readonly text: string } {
  if (typeof value === 'number') {
    return base === 'datetime'
      ? { id: jiraInstant(value, 'UTC'), text: jiraInstant(value, 'UTC') }
      : { id: null, text: String(value) };
  }
  if (typeof value !== 'string')
    return { id: null, text: base === 'richtext' ? adfText(value) : JSON.stringify(value) };
  if (base === 'user') return { id: value, text: site.store.users.get(value)?.displayName ?? value };
  if (base === 'issue') return { id: value, text: site.store.issues.get(value)?.key ?? value };
  if (base === 'date') return { id: value, text: `${value} 00:00:00.0` };
  if (
    base === 'priority' ||
    base === 'resolution' ||
    base === 'component' ||
    base === 'version' ||
    base === 'security'
  ) {
    return { id: value, text: findNamed(site, base, value)?.name ?? value };
  }
  return { id: null, text: value };
}
