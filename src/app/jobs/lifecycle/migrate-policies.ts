import { migratePolicies as migrate } from '../../lifecycle/migrate';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Keeps by id what policies saved by name, a page at a time. */
export interface MigratePoliciesJob {
  readonly kind: 'migrate-policies';
  readonly cursor?: string | undefined;
}

export const migratePolicies = defineJob<MigratePoliciesJob>({
  kind: 'migrate-policies',
  formerly: 'policies',
  paged: true,
  read: ({ cursor }) => ({ kind: 'migrate-policies', cursor: textIn(cursor) }),
  run: ({ cursor }, { policyRecords: records, ...ports }) => migrate(cursor, { records, ...ports }),
});
