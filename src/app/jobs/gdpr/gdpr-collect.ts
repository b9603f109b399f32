import type { AccountId, Instant } from '../../../domain/values';
import { collectAccounts } from '../../privacy/personal-data';
import { defineJob } from '../define-job';
import { textIn, textsByKey } from '../read-body';

/** The weekly cycle for personal data begins: collect the ids that are stored, a page at a time. */
export interface GdprCollectJob {
  readonly kind: 'gdpr-collect';
  /** What the pages before found, with the time of the oldest record that names each. */
  readonly accounts: Readonly<Record<AccountId, Instant>>;
  readonly cursor?: string | undefined;
}

export const gdprCollect = defineJob<GdprCollectJob>({
  kind: 'gdpr-collect',
  formerly: 'gather',
  paged: true,
  read: ({ accounts, cursor }) => ({
    kind: 'gdpr-collect',
    accounts: textsByKey(accounts),
    cursor: textIn(cursor),
  }),
  run: collectAccounts,
});
