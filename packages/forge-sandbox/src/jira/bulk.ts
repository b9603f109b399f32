import type { JiraResponse } from '../kernel';
import type { JsonObject } from './model/types';
import type { Call } from './operation';
import { canGlobally } from './permissions';
import type { Site } from './site';

/** Most issues that one bulk operation takes, and most operations of a site that run at a time. */
export const BULK_MAX_ISSUES = 1000;
const AT_ONCE = 5;

/** The bulk resources word their refusals in a shape of their own. */
export class BulkError extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }

  toResponse(): JiraResponse {
    return { status: this.status, body: { errors: [{ message: this.message }] } };
  }
}

/** Runs an operation for whoever may make bulk changes, and words its refusals as the bulk resources do. */
export const guarded =
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

/** One bulk operation; `view` holds what became of its issues so far, in Jira's own names. */
export interface BulkTask {
  readonly at: number;
  readonly by: string;
  updated: number;
  status: 'RUNNING' | 'COMPLETE' | 'FAILED';
  percent: number;
  view: JsonObject;
}

/** The bulk operations of sites. Snapshots leave them out: Jira forgets them in two weeks. */
export class BulkTasks {
  private readonly of = new WeakMap<Site['store'], Map<string, BulkTask>>();

  find({ site, params }: Call): BulkTask | undefined {
    return this.of.get(site.store)?.get(params['taskId'] ?? '');
  }

  /**
   * Takes an operation on and returns its id.
   *
   * @throws BulkError when five of the site's are running
   */
  begin({ site, viewer }: Call, view: JsonObject): { readonly taskId: string; readonly task: BulkTask } {
    const known = this.of.get(site.store) ?? new Map<string, BulkTask>();
    this.of.set(site.store, known);
    if ([...known.values()].filter(({ status }) => status === 'RUNNING').length >= AT_ONCE)
      throw new BulkError(`Only ${AT_ONCE} bulk operations can run at the same time. Try again later.`);
    const taskId = site.store.nextId('task');
    const at = site.clock.now();
    const by = viewer.user?.accountId ?? site.app.accountId;
    const task: BulkTask = { at, by, updated: at, status: 'RUNNING', percent: 0, view };
    known.set(taskId, task);
    return { taskId, task };
  }
}
