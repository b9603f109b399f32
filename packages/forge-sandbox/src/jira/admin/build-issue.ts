import type { JiraStore } from '../model/store';
import type { Change, Issue, Status, Workflow } from '../model/types';
import type { Site } from '../site';
import type { IssueSpec, Move } from './specs';

/** The status of that name, or id, in the workflow. */
export function statusIn(store: JiraStore, workflow: Workflow, nameOrId: string): Status {
  for (const id of workflow.statusIds) {
    const status = store.statuses.get(id);
    if (status && (id === nameOrId || status.name === nameOrId)) return status;
  }
  throw new Error(`The workflow "${workflow.name}" has no status "${nameOrId}"`);
}

interface History {
  readonly status: Status;
  readonly changes: readonly Change[];
}

/** Replays moves from the workflow's first status into changelog entries. */
function replay(store: JiraStore, workflow: Workflow, moves: readonly Move[]): History {
  let status = statusIn(store, workflow, workflow.initialStatusId);
  const changes = moves.map((move): Change => {
    const next = statusIn(store, workflow, move.to);
    const item = {
      field: 'status',
      fieldtype: 'jira' as const,
      fieldId: 'status',
      from: status.id,
      fromString: status.name,
      to: next.id,
      toString: next.name,
    };
    status = next;
    return { id: store.nextId('change'), author: move.by, created: move.at, items: [item] };
  });
  return { status, changes };
}

/** Makes an issue as it would have come to be; throws a plain Error when the specification names what is not there. */
export function buildIssue(site: Site, spec: IssueSpec): Issue {
  const { store } = site;
  const project = store.project(spec.project);
  const workflow = store.workflows.get(project?.workflowId ?? '');
  const type = [...store.issueTypes.values()].find((one) => one.name === spec.type);
  if (!project || !workflow || !type)
    throw new Error(`There is no project ${spec.project} with issue type "${spec.type}"`);
  const created = spec.created ?? site.clock.now();
  const history = replay(store, workflow, spec.moves ?? []);
  const last = history.changes.at(-1)?.created;
  const status = spec.status === undefined ? history.status : statusIn(store, workflow, spec.status);
  const values = new Map(Object.entries(spec.values).filter(([, value]) => value !== null));
  const resolvedByMoves = history.status.category === 'done' && last !== undefined ? last : null;
  if (resolvedByMoves !== null && !values.has('resolution')) {
    const done = [...store.resolutions.values()].find((one) => one.name === 'Done');
    if (done) values.set('resolution', done.id);
  }
  const issue: Issue = {
    id: spec.id ?? store.nextId('issue'),
    key: spec.key ?? store.nextKey(project),
    projectId: project.id,
    typeId: type.id,
    statusId: status.id,
    creator: spec.creator ?? String(values.get('reporter') ?? project.leadAccountId),
    created,
    updated: spec.updated ?? last ?? created,
    resolved: spec.resolved ?? resolvedByMoves,
    statusChanged: spec.statusChanged ?? last ?? created,
    values,
    properties: new Map(Object.entries(spec.properties ?? {})),
    watchers: new Set(),
    comments: [...(spec.comments ?? [])],
    changelog: [...(spec.changelog ?? []), ...history.changes],
  };
  store.addIssue(issue);
  return issue;
}
