import { tellPeople } from '../../notices/notify';
import { defineJob } from '../define-job';

/** Look for notices that wait, and have each person told. */
export interface NotifyJob {
  readonly kind: 'notify';
}

export const notify = defineJob<NotifyJob>({
  kind: 'notify',
  formerly: 'tell',
  paged: false,
  read: () => ({ kind: 'notify' }),
  run: (_job, ports) => tellPeople(ports),
});
