import { BulkError, BulkTasks, guarded } from '../bulk';
import { ok, type Operation } from '../operation';
import { userDetails } from '../render/people';
import { bulkMove } from './bulk-move';
import { bulkTransition } from './bulk-transition';

const progress = (tasks: BulkTasks): Operation => ({
  method: 'GET',
  path: '/bulk/queue/{taskId}',
  scopes: ['read:jira-work'],
  query: [],
  run: guarded((call) => {
    const task = tasks.find(call);
    if (!task) throw new BulkError('The task associated with this taskId is not a bulk operation task');
    const at = new Date(task.at).toISOString();
    const by = call.site.store.users.get(task.by);
    return ok({
      ...task.view,
      taskId: call.params['taskId'] ?? '',
      status: task.status,
      progressPercent: task.percent,
      ...(by ? { submittedBy: userDetails(call.site, by) } : {}),
      created: at,
      started: at,
      updated: new Date(task.updated).toISOString(),
    });
  }),
});

/** Operations on many issues, and the queue in which they are found again. */
export function bulkRoutes(): readonly Operation[] {
  const tasks = new BulkTasks();
  return [bulkMove(tasks), bulkTransition(tasks), progress(tasks)];
}
