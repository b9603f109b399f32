import type { AccountId, Instant } from '../../../domain/values';
import { reportAccounts } from '../../privacy/personal-data';
import { defineJob } from '../define-job';
import { textsByKey } from '../read-body';

/** Report these ids to Atlassian, with the time since when each is kept, and have the closed ones taken out. */
export interface GdprReportJob {
  readonly kind: 'gdpr-report';
  readonly accounts: Readonly<Record<AccountId, Instant>>;
}

export const gdprReport = defineJob<GdprReportJob>({
  kind: 'gdpr-report',
  formerly: 'report',
  paged: true,
  read: ({ accounts }) => ({ kind: 'gdpr-report', accounts: textsByKey(accounts) }),
  run: reportAccounts,
});
