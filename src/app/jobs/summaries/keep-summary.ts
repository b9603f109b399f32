import { keepSummary as keep } from '../../summaries/keep-summary';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Something changed that a project's shared numbers speak of, or they are a day old. */
export interface KeepSummaryJob {
  readonly kind: 'keep-summary';
  readonly projectKey: string;
  readonly projectId: string;
}

export const keepSummary = defineJob<KeepSummaryJob>({
  kind: 'keep-summary',
  paged: false,
  read(body) {
    const [projectKey, projectId] = [textIn(body['projectKey']), textIn(body['projectId'])];
    return projectKey === undefined || projectId === undefined
      ? null
      : { kind: 'keep-summary', projectKey, projectId };
  },
  run: keep,
});
