import { tellPresence } from '../../away/tell-presence';
import { defineJob } from '../define-job';
import { string } from '../../../platform/read';
import { textIn } from '../read-body';

/** Somebody went away or is back: whoever answers from now on is told what waits, a page of work items at a time. */
export interface PresenceChangedJob {
  readonly kind: 'presence-changed';
  readonly accountId: string;
  readonly cursor?: string | undefined;
}

export const presenceChanged = defineJob<PresenceChangedJob>({
  kind: 'presence-changed',
  paged: true,
  read: ({ accountId, cursor }) =>
    string(accountId) === ''
      ? null
      : { kind: 'presence-changed', accountId: string(accountId), cursor: textIn(cursor) },
  run: (job, ports) => tellPresence(job, ports),
});
