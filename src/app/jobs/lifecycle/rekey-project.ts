import { rekeyProject as rekey } from '../../lifecycle/rekey-project';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** A project may have another key than what is kept of it. */
export interface RekeyProjectJob {
  readonly kind: 'rekey-project';
  readonly projectId: string;
  /** A key under which something of it lies, beside those that Jira knows. */
  readonly from?: string | undefined;
  /** The page of charters under that key; absent where the project itself is looked at. */
  readonly cursor?: string | undefined;
}

export const rekeyProject = defineJob<RekeyProjectJob>({
  kind: 'rekey-project',
  paged: true,
  read(body) {
    const projectId = textIn(body['projectId']);
    return projectId === undefined
      ? null
      : { kind: 'rekey-project', projectId, from: textIn(body['from']), cursor: textIn(body['cursor']) };
  },
  run: rekey,
});
