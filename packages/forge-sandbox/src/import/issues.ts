import { adfOf, type Jira } from '../jira';
import type { Comment, JsonObject, Stored } from '../jira/model/types';
import { readAdf } from '../jira/adf';
import { readInstant } from '../jira/time';
import { readChangelog } from './changelog';
import { parentKey } from './parents';
import { accountOf } from './people';
import { projectKeyOf } from './project';
import type { RawIssue } from './raw';

/** One empty document for the many texts that exports leave out. */
const nothing = adfOf('');

/** Cloud exports carry documents, Server exports wiki text, which becomes plain paragraphs. */
function documentOf(text: unknown): JsonObject {
  if (typeof text === 'string') return text === '' ? nothing : adfOf(text.slice(0, 32_767));
  return (text === null || text === undefined ? undefined : readAdf(text)) ?? nothing;
}

const filled = (list: readonly string[]): Stored => (list.length === 0 ? null : list);

function valuesOf(jira: Jira, issue: RawIssue): Record<string, Stored> {
  const { fields } = issue;
  const project = projectKeyOf(issue);
  const parts = (part: 'components' | 'versions', list: RawIssue['fields']['components']): Stored =>
    filled([...new Set((list ?? []).map((one) => jira.ensurePart(project, part, one.name)))]);
  return {
    summary: fields.summary,
    description: fields.description ? documentOf(fields.description) : null,
    assignee: accountOf(fields.assignee),
    reporter: accountOf(fields.reporter),
    priority: fields.priority ? jira.ensure('priority', fields.priority.name) : null,
    resolution: fields.resolution ? jira.ensure('resolution', fields.resolution.name) : null,
    duedate: fields.duedate?.slice(0, 10) ?? null,
    labels: filled(fields.labels ?? []),
    components: parts('components', fields.components),
    fixVersions: parts('versions', fields.fixVersions),
    versions: parts('versions', fields.versions),
  };
}

function commentsOf(jira: Jira, issue: RawIssue): Comment[] {
  return (issue.fields.comment?.comments ?? []).map((comment) => {
    const author = accountOf(comment.author) ?? '';
    const created = readInstant(comment.created) ?? 0;
    return {
      id: jira.nextId('comment'),
      author,
      updateAuthor: accountOf(comment.updateAuthor) ?? author,
      body: documentOf(comment.body),
      created,
      updated: readInstant(comment.updated ?? '') ?? created,
    };
  });
}

/** Moments of an issue's life, from texts with whatever offset each was written in. */
function timesOf(
  issue: RawIssue,
  changed: number | undefined,
): { created: number; updated: number; resolved: number | null; statusChanged: number } {
  const { fields } = issue;
  const created = readInstant(fields.created) ?? 0;
  return {
    created,
    updated: readInstant(fields.updated ?? '') ?? created,
    resolved: readInstant(fields.resolutiondate ?? '') ?? null,
    statusChanged: changed ?? created,
  };
}

/** Makes the issues, then hangs them under their parents. People, projects and types must be there. */
export function addIssues(
  jira: Jira,
  issues: readonly RawIssue[],
): { lastUpdate: number; warnings: string[] } {
  let lastUpdate = 0;
  let undated = 0;
  for (const issue of issues) {
    const workflow = jira.workflowOf(projectKeyOf(issue));
    const statusId = (name: string): string | null =>
      workflow?.statusIds.find((id) => jira.status(id)?.name === name) ?? null;
    const changelog = readChangelog(issue.changelog?.histories ?? [], statusId, () => jira.nextId('change'));
    const moved = changelog
      .filter((change) => change.items.some((item) => item.field === 'status'))
      .at(-1)?.created;
    const times = timesOf(issue, moved);
    if (times.created === 0) undated += 1;
    lastUpdate = Math.max(lastUpdate, times.updated);
    jira.addIssue({
      project: projectKeyOf(issue),
      key: issue.key,
      // An id that the site has given away already gets a new one; keys are what people know.
      ...(jira.issue(issue.id) ? {} : { id: issue.id }),
      type: issue.fields.issuetype.name,
      status: issue.fields.status.name,
      creator: accountOf(issue.fields.creator) ?? accountOf(issue.fields.reporter) ?? '',
      ...times,
      values: valuesOf(jira, issue),
      comments: commentsOf(jira, issue),
      changelog,
    });
  }
  const epics = new Set(
    issues.filter((issue) => issue.fields.issuetype.name === 'Epic').map((issue) => issue.key),
  );
  let orphans = 0;
  for (const issue of issues) {
    const parent = parentKey(issue, epics);
    if (parent === null) continue;
    const found = jira.issue(parent);
    if (found) jira.setValue(issue.key, 'parent', found.id);
    else orphans += 1;
  }
  return {
    lastUpdate,
    warnings: [
      ...(orphans > 0 ? [`${orphans} issues have a parent or epic outside the export and stand alone.`] : []),
      ...(undated > 0 ? [`${undated} issues carry a creation date that cannot be read.`] : []),
    ],
  };
}
