import type { AccountId, Instant, IsoDate, IssueKey, TimeZone } from '../values';
import type { Passage } from './charter';

interface Happened {
  readonly at: Instant;
  readonly by: AccountId;
}

interface OfAgreement extends Happened {
  readonly agreementId: string;
}

/** What has happened to a charter. Stored for good: change the meaning of one only by adding another. */
export type CharterEvent =
  | (Happened & { readonly type: 'dri-nominated'; readonly accountId: AccountId })
  | (Happened & { readonly type: 'dri-accepted' })
  | (Happened & {
      readonly type: 'dri-declined';
      readonly reason: string;
      readonly suggestedAccountId?: AccountId;
    })
  | (Happened & {
      readonly type: 'authority-granted';
      readonly grantedTo: AccountId;
      readonly decisions: string;
      readonly boundaries?: string;
      readonly inputs?: string;
      readonly escalateWhen?: string;
      readonly expiresOn?: IsoDate;
    })
  | (Happened & { readonly type: 'no-dependencies-declared' })
  | (OfAgreement & {
      readonly type: 'agreement-requested';
      readonly providerAccountId: AccountId;
      readonly providerZone: TimeZone;
      readonly deliverable: string;
      readonly acceptance: string;
      readonly neededBy: IsoDate;
      readonly providerIssueKey?: IssueKey;
    })
  | (OfAgreement & { readonly type: 'agreement-acknowledged'; readonly committedBy: IsoDate })
  | (OfAgreement & {
      readonly type: 'agreement-declined';
      readonly reason: string;
      readonly alternativeAccountId?: AccountId;
      readonly availableFrom?: IsoDate;
    })
  | (OfAgreement & { readonly type: 'agreement-withdrawn'; readonly reason: string })
  | (Happened & { readonly type: 'passage-recorded'; readonly passage: Passage });

/** The actor of events that no person caused. */
export const HOLDFAST_ACTOR: AccountId = 'holdfast';
