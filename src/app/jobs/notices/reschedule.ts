import { record } from '../../../platform/read';
import { rewindClocks } from '../../notices/reschedule';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

type Where = { readonly projectKey: string } | { readonly everywhere: true };

/** A policy changed: look at every charter it is in force for. */
export interface RescheduleJob {
  readonly kind: 'reschedule';
  readonly where: Where;
  readonly cursor?: string | undefined;
}

function whereIn(value: unknown): Where | null {
  const where = record(value);
  if (where['everywhere'] === true) return { everywhere: true };
  const projectKey = textIn(where['projectKey']);
  return projectKey === undefined ? null : { projectKey };
}

export const reschedule = defineJob<RescheduleJob>({
  kind: 'reschedule',
  formerly: 'rewind',
  paged: true,
  read(body) {
    const where = whereIn(body['where']);
    return where && { kind: 'reschedule', where, cursor: textIn(body['cursor']) };
  },
  run: rewindClocks,
});
