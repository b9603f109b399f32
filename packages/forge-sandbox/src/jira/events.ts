import type { Change, Comment, Issue, JsonObject, Link, Project } from './model/types';
import { commentBean } from './render/comments';
import { personOf } from './render/people';
import { issueTypeDetails, linkTypeDetails, projectDetails, statusDetails } from './render/things';
import { viewerOf, type Site, type Viewer } from './site';
import { jiraInstant } from './time';

/** Events are for the app: in the site's language. */
const app = (site: Site): Viewer => viewerOf(site, { kind: 'app' }, true);

function eventIssue(site: Site, issue: Issue): JsonObject {
  const status = site.store.statuses.get(issue.statusId);
  const type = site.store.issueTypes.get(issue.typeId);
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: String(issue.values.get('summary') ?? ''),
      issuetype: type ? issueTypeDetails(site, app(site), type) : null,
      creator: personOf(site, issue.creator),
      created: jiraInstant(issue.created, 'UTC'),
      updated: jiraInstant(issue.updated, 'UTC'),
      project: projectDetails(site, site.store.projectOf(issue)),
      reporter: personOf(site, issue.values.get('reporter')),
      assignee: personOf(site, issue.values.get('assignee')),
      status: status ? statusDetails(site, app(site), status) : null,
    },
  };
}

/** Whom an event names; whether it names automation's account is for the switch to say. */
const namedBy = ({ user, actor, switches }: Viewer): Viewer['user'] =>
  actor.kind === 'automation' && switches.automationNamed === 'nobody' ? null : user;

/** Tells the app, unless an app access rule keeps one of the projects from it. */
function emit(
  site: Site,
  viewer: Viewer,
  eventType: string,
  projects: readonly Project[],
  payload: JsonObject,
): void {
  const { appRules } = site.switches();
  if (projects.some(({ key }) => appRules[key] === 'blocked')) return;
  const { actor, fromApp } = viewer;
  const user = namedBy(viewer);
  const common: JsonObject = { eventType, timestamp: String(site.clock.now()), selfGenerated: fromApp };
  const who: JsonObject = user ? { atlassianId: user.accountId } : {};
  site
    .host()
    ?.emit(eventType, { ...common, ...who, ...payload }, actor.kind === 'anonymous' ? undefined : actor);
}

export function emitIssue(site: Site, viewer: Viewer, what: 'created' | 'deleted', issue: Issue): void {
  const user = namedBy(viewer);
  const associatedUsers = user ? [{ accountId: user.accountId }] : [];
  const projects = [site.store.projectOf(issue)];
  emit(site, viewer, `avi:jira:${what}:issue`, projects, { issue: eventIssue(site, issue), associatedUsers });
}

/** What becomes of a project as a whole says nothing about the issues inside. */
export function emitProject(
  site: Site,
  viewer: Viewer,
  what: 'updated' | 'softdeleted' | 'deleted' | 'restored' | 'archived' | 'unarchived',
  project: Project,
): void {
  emit(site, viewer, `avi:jira:${what}:project`, [project], { project: projectDetails(site, project) });
}

/** `avi:jira:updated:issue`, and `avi:jira:assigned:issue` beside it when the assignee changed. */
export function emitUpdated(site: Site, viewer: Viewer, issue: Issue, change: Change): void {
  const user = namedBy(viewer);
  const people = new Set<string>(user ? [user.accountId] : []);
  const statusIds: string[] = [];
  let assigned = false;
  for (const item of change.items) {
    if (item.fieldId === 'assignee') {
      assigned = true;
      for (const accountId of [item.from, item.to]) if (accountId !== null) people.add(accountId);
    }
    if (item.fieldId === 'status') statusIds.push(...[item.from, item.to].filter((id) => id !== null));
  }
  const statuses = statusIds.flatMap((id) => site.store.statuses.get(id) ?? []);
  const payload: JsonObject = {
    issue: eventIssue(site, issue),
    changelog: { items: change.items.map((item) => ({ ...item })) },
    associatedUsers: [...people].map((accountId) => ({ accountId })),
    ...(statuses.length > 0
      ? { associatedStatuses: statuses.map((status) => statusDetails(site, app(site), status)) }
      : {}),
  };
  const projects = [site.store.projectOf(issue)];
  emit(site, viewer, 'avi:jira:updated:issue', projects, payload);
  if (assigned) emit(site, viewer, 'avi:jira:assigned:issue', projects, payload);
}

export function emitComment(
  site: Site,
  viewer: Viewer,
  type: 'avi:jira:commented:issue' | 'avi:jira:deleted:comment',
  issue: Issue,
  comment: Comment,
): void {
  emit(site, viewer, type, [site.store.projectOf(issue)], {
    issue: eventIssue(site, issue),
    comment: commentBean(site, viewer, issue, comment),
  });
}

export function emitLink(site: Site, viewer: Viewer, what: 'created' | 'deleted', link: Link): void {
  const { store } = site;
  const [source, destination] = [store.issues.get(link.sourceId), store.issues.get(link.destinationId)];
  const type = store.linkTypes.get(link.typeId);
  if (!source || !destination || !type) return;
  const projects = [source, destination].map((issue) => store.projectOf(issue));
  emit(site, viewer, `avi:jira:${what}:issuelink`, projects, {
    id: link.id,
    sourceIssueId: source.id,
    destinationIssueId: destination.id,
    sourceProjectId: source.projectId,
    destinationProjectId: destination.projectId,
    issueLinkType: linkTypeDetails(site, app(site), type),
  });
}
