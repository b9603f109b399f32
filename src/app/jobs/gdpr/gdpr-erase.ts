import type { AccountId } from '../../../domain/values';
import { isRecord } from '../../../platform/read';
import { eraseAccounts } from '../../privacy/personal-data';
import { defineJob } from '../define-job';
import { textIn, textsByKey } from '../read-body';

/** Put pseudonyms in the place of these ids, a page at a time. */
export interface GdprEraseJob {
  readonly kind: 'gdpr-erase';
  readonly names: Readonly<Record<AccountId, AccountId>>;
  readonly cursor?: string | undefined;
}

export const gdprErase = defineJob<GdprEraseJob>({
  kind: 'gdpr-erase',
  formerly: 'erase',
  paged: true,
  read: ({ names, cursor }) =>
    isRecord(names) ? { kind: 'gdpr-erase', names: textsByKey(names), cursor: textIn(cursor) } : null,
  run: eraseAccounts,
});
