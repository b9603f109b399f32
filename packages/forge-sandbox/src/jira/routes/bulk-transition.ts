import { z } from 'zod';
import { BULK_MAX_ISSUES, BulkError, guarded, type BulkTask, type BulkTasks } from '../bulk';
import { JiraError } from '../errors';
import type { Issue } from '../model/types';
import { created, parseBody, type Call, type Operation } from '../operation';
import { canSee } from '../permissions';
import { transitionIssue } from '../transition';

const transitionBody = z.strictObject({
  sendBulkNotification: z.boolean().nullish(),
  bulkTransitionInputs: z
    .array(z.strictObject({ selectedIssueIdsOrKeys: z.array(z.string()), transitionId: z.string() }))
    .min(1),
});

interface Move {
  readonly issue: Issue;
  readonly transitionId: string;
}

function movesIn({ site, viewer, body }: Call): readonly Move[] {
  const { bulkTransitionInputs } = parseBody(transitionBody, body);
  const moves = bulkTransitionInputs.flatMap(({ selectedIssueIdsOrKeys, transitionId }) =>
    selectedIssueIdsOrKeys.map((idOrKey): Move => {
      const issue = site.store.issue(idOrKey);
      if (!issue || !canSee(site, viewer, issue))
        throw new BulkError('Some of the issues in the issueIdsOrKeys are not valid');
      return { issue, transitionId };
    }),
  );
  if (moves.length === 0 || moves.length > BULK_MAX_ISSUES)
    throw new BulkError(`Between 1 and ${BULK_MAX_ISSUES} issues can be transitioned.`);
  return moves;
}

/** Moves one issue after the other; what is refused stays where it is, and its reasons are kept. */
async function run({ site, viewer }: Call, moves: readonly Move[], task: BulkTask): Promise<void> {
  const processed: number[] = [];
  const failed: Record<string, readonly string[]> = {};
  for (const [index, { issue, transitionId }] of moves.entries()) {
    try {
      await transitionIssue(site, viewer, issue, transitionId, {});
      processed.push(Number(issue.id));
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      failed[issue.id] = [...error.errorMessages, ...Object.values(error.errors)];
    }
    task.updated = site.clock.now();
    task.percent = Math.floor((100 * (index + 1)) / moves.length);
    task.view = {
      processedAccessibleIssues: [...processed],
      failedAccessibleIssues: { ...failed },
      invalidOrInaccessibleIssueCount: 0,
      totalIssueCount: moves.length,
    };
  }
}

/**
 * Moving many issues through their workflow. The task runs on after it was handed out, and asks every validator of every
 * issue; how Jira words the reasons of those that it could not move is not published.
 */
export const bulkTransition = (tasks: BulkTasks): Operation => ({
  method: 'POST',
  path: '/bulk/issues/transition',
  scopes: ['write:jira-work'],
  query: [],
  run: guarded((call) => {
    const moves = movesIn(call);
    const { taskId, task } = tasks.begin(call, { totalIssueCount: moves.length });
    void run(call, moves, task).then(
      () => (task.status = 'COMPLETE'),
      () => (task.status = 'FAILED'),
    );
    return created({ taskId });
  }),
});
