import { z } from 'zod';
import { BULK_MAX_ISSUES, BulkError, guarded, type BulkTasks } from '../bulk';
import { unsupported } from '../errors';
import type { Issue, JsonObject } from '../model/types';
import { moveIssue, type Target } from '../move';
import { created, parseBody, type Call, type Operation } from '../operation';
import { can, canSee } from '../permissions';

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

function runMove(call: Call): JsonObject {
  const { site, viewer } = call;
  const { targetToSourcesMapping } = parseBody(moveBody, call.body);
  const groups = Object.entries(targetToSourcesMapping);
  const count = groups.reduce((sum, [, one]) => sum + one.issueIdsOrKeys.length, 0);
  if (count === 0 || count > BULK_MAX_ISSUES)
    throw new BulkError(`Between 1 and ${BULK_MAX_ISSUES} issues can be moved.`);
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

/** Moving in bulk. The work is done when the task is handed out; asking for the task finds it complete. */
export const bulkMove = (tasks: BulkTasks): Operation => ({
  method: 'POST',
  path: '/bulk/issues/move',
  scopes: ['write:jira-work'],
  query: [],
  run: guarded((call) => {
    const { taskId, task } = tasks.begin(call, {});
    try {
      task.view = runMove(call);
    } finally {
      task.status = 'COMPLETE';
      task.percent = 100;
    }
    return created({ taskId });
  }),
});
