import { emitIssue, emitLink } from './events';
import { badRequest, forbidden, issueHidden } from './errors';
import { recordBoth } from './link-history';
import type { Issue, Link } from './model/types';
import { can, canSee } from './permissions';
import { viewerOf, type Site } from './site';

const PREFIX = 'CLONE - ';
const SUMMARY_MAX = 255;
/** What a clone starts without, as a new issue does. */
const FRESH = ['resolution'];

/**
 * What "Clone" in an issue's menu does, for which Jira has no public REST resource: a new issue with the same values,
 * custom fields of apps included, without comments, properties, links and sub-tasks, linked as a clone.
 * @throws JiraError when the person may not see the issue or not create one.
 */
export function cloneIssue(site: Site, accountId: string, idOrKey: string): Issue {
  const { store } = site;
  const viewer = viewerOf(site, { kind: 'user', accountId }, false);
  const original = store.issue(idOrKey);
  if (!original || !canSee(site, viewer, original)) throw issueHidden();
  const project = store.projectOf(original);
  const workflow = store.workflows.get(project.workflowId);
  if (!can(viewer, 'CREATE_ISSUES', project))
    throw forbidden('You do not have permission to create issues here.');
  if (!workflow) throw badRequest(`The project ${project.key} has no workflow.`);
  const now = site.clock.now();
  const values = new Map([...original.values].filter(([id]) => !FRESH.includes(id)));
  values.set('summary', `${PREFIX}${String(values.get('summary') ?? '')}`.slice(0, SUMMARY_MAX));
  const issue: Issue = {
    id: store.nextId('issue'),
    key: store.nextKey(project),
    projectId: project.id,
    typeId: original.typeId,
    statusId: workflow.initialStatusId,
    creator: accountId,
    created: now,
    updated: now,
    resolved: null,
    statusChanged: now,
    values,
    properties: new Map(),
    watchers: new Set([accountId]),
    comments: [],
    changelog: [],
  };
  store.addIssue(issue);
  emitIssue(site, viewer, 'created', issue);
  const type = [...store.linkTypes.values()].find(({ name }) => name === 'Cloners');
  if (!type) return issue;
  const link: Link = {
    id: store.nextId('link'),
    typeId: type.id,
    sourceId: issue.id,
    destinationId: original.id,
  };
  store.addLink(link);
  recordBoth(site, viewer, type, [issue, original], true);
  emitLink(site, viewer, 'created', link);
  return issue;
}
