import { z } from 'zod';
import type { JiraResponse } from '../../kernel';
import { unsupported } from '../errors';
import type { Issue, JsonObject } from '../model/types';
import { moveIssue, type Target } from '../move';
import { created, ok, parseBody, type Call, type Operation } from '../operation';
import { can, canGlobally, canSee } from '../permissions';
import { userDetails } from '../render/people';

const MAX_ISSUES = 1000;

const group = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1),
  inferClassificationDefaults: z.boolean(),
  inferFieldDefaults: z.boolean(),
  inferStatusDefaults: z.boolean(),
  inferSubtaskTypeDefault: z.boolean(),
  targetClassification: z.array(z.unknown()).nullish(),
  targetMandatoryFields: z.array(z.unknown()).nullish(),
  targetStatus: z.array(z.strictObject({ statuses: z.record(z.string(), z.array(z.string())) })).nullish(),
});
const moveBody = z.strictObject({
  sendBulkNotification: z.boolean().nullish(),
  targetToSourcesMapping: z.record(z.string(), group),
});

type Group = z.infer<typeof group>;

/** The bulk resources word their refusals in a shape of their own. */
class BulkError extends Error {
  toResponse(): JiraResponse {
    return { status: 400, body: { errors: [{ message: this.message }] } };
  }
}

/** Reads `PROJECT,typeId[,parent]`. */
function targetOf(call: Call, place: string, wanted: Group): Target {
  const { store } = call.site;
  const [projectName = '', typeId = '', parentName] = place.split(',');
  const project = store.project(projectName);
  const type = store.issueTypes.get(typeId);
  if (
    !project ||
    !type ||
    !project.issueTypeIds.includes(typeId) ||
    !can(call.viewer, 'CREATE_ISSUES', project)
  )
    throw new BulkError(`The target "${place}" is not valid.`);
  const parent = parentName === undefined ? undefined : store.issue(parentName);
  if (parentName !== undefined && (!parent || !canSee(call.site, call.viewer, parent)))
    throw new BulkError(`The parent "${parentName}" is not valid.`);
  const statuses = new Map(
    (wanted.targetStatus ?? []).flatMap((one) =>
      Object.entries(one.statuses).flatMap(([to, from]) => from.map((id): [string, string] => [id, to])),
    ),
  );
  return { project, type, parentId: parent?.id, statuses, subtasks: wanted.inferSubtaskTypeDefault };
}

/** Without defaults every status that the other workflow lacks needs a new one. */
function statusProblem(call: Call, issue: Issue, { project, statuses }: Target): boolean {
  const there = call.site.store.workflows.get(project.workflowId)?.statusIds ?? [];
  if (there.includes(issue.statusId)) return false;
  return !there.includes(statuses.get(issue.statusId) ?? '');
}

interface Task {
  readonly at: number;
  readonly by: string;
  readonly view: JsonObject;
}

function runMove(call: Call): JsonObject {
  const { site, viewer } = call;
  const { targetToSourcesMapping } = parseBody(moveBody, call.body);
  const groups = Object.entries(targetToSourcesMapping);
  const count = groups.reduce((sum, [, one]) => sum + one.issueIdsOrKeys.length, 0);
  if (count === 0 || count > MAX_ISSUES)
    throw new BulkError(`Between 1 and ${MAX_ISSUES} issues can be moved.`);
  const moves = groups.flatMap(([place, wanted]) => {
    if (wanted.targetMandatoryFields?.length || wanted.targetClassification?.length)
      throw unsupported('new values for fields or classifications in a bulk move');
    const target = targetOf(call, place, wanted);
    return wanted.issueIdsOrKeys.map((idOrKey) => {
      const issue = site.store.issue(idOrKey);
      if (!issue || !canSee(site, viewer, issue))
        throw new BulkError('Some of the issues in the issueIdsOrKeys are not valid');
      if (!can(viewer, 'MOVE_ISSUES', site.store.projectOf(issue), issue))
        throw new BulkError(`You do not have permission to move ${issue.key}.`);
      if (!wanted.inferStatusDefaults && statusProblem(call, issue, target))
        throw new BulkError(`The status of ${issue.key} needs a status in the target workflow.`);
      return { issue, target };
    });
  });
  for (const { issue, target } of moves) moveIssue(site, viewer, issue, target);
  const ids = moves.map(({ issue }) => Number(issue.id));
  return { processedAccessibleIssues: ids, invalidOrInaccessibleIssueCount: 0, totalIssueCount: ids.length };
}

const guarded =
  (run: (call: Call) => JiraResponse) =>
  (call: Call): JiraResponse => {
    try {
      if (!canGlobally(call.viewer, 'BULK_CHANGE'))
        throw new BulkError('You do not have the bulk change permission.');
      return run(call);
    } catch (error) {
      if (error instanceof BulkError) return error.toResponse();
      throw error;
    }
  };

/** Moving in bulk. The work is done when the task is handed out; asking for the task finds it complete. */
export function bulkMoveRoutes(): readonly Operation[] {
  const tasks = new WeakMap<Call['site']['store'], Map<string, Task>>();
  return [
    {
      method: 'POST',
      path: '/bulk/issues/move',
      scopes: ['write:jira-work'],
      query: [],
      run: guarded((call) => {
        const { store, clock, app } = call.site;
        const view = runMove(call);
        const taskId = store.nextId('task');
        const known = tasks.get(store) ?? new Map<string, Task>();
        const by = call.viewer.user?.accountId ?? app.accountId;
        tasks.set(store, known.set(taskId, { at: clock.now(), by, view }));
        return created({ taskId });
      }),
    },
    {
      method: 'GET',
      path: '/bulk/queue/{taskId}',
      scopes: ['read:jira-work'],
      query: [],
      run: guarded((call) => {
        const taskId = call.params['taskId'] ?? '';
        const task = tasks.get(call.site.store)?.get(taskId);
        if (!task) throw new BulkError('The task associated with this taskId is not a bulk operation task');
        const at = new Date(task.at).toISOString();
        const by = call.site.store.users.get(task.by);
        return ok({
          ...task.view,
          taskId,
          status: 'COMPLETE',
          progressPercent: 100,
          ...(by ? { submittedBy: userDetails(call.site, by) } : {}),
          created: at,
          started: at,
          updated: at,
        });
      }),
    },
  ];
}
