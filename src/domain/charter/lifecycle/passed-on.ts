import type { AccountId } from '../../ids';
import type { Agreement } from '../agreement/agreement';
import { answersFor } from '../agreement/settling';
import type { Charter } from '../charter';
import { isUndecided, type Escalation } from '../escalation/escalation';
import { sponsorOf } from '../ownership/sponsor';
import { departedAt, restsOnProvider } from '../departures';

/** Something that rested on somebody who left. */
export type Rested =
  | { readonly kind: 'owner' | 'nominee' }
  | { readonly kind: 'promise'; readonly agreement: Agreement }
  | { readonly kind: 'question'; readonly escalation: Escalation };

/** The same, and whose move it is now: to put it to somebody else. Null: the lead's. */
export interface PassedOn {
  readonly to: AccountId | null;
  readonly what: Rested;
}

/** What of a charter rests on somebody who left, and who can put it to somebody else: whoever asked, else who stands behind the work. */
export function passedOn(charter: Charter, accountId: AccountId): readonly PassedOn[] {
  const { dri, agreements, escalations } = charter;
  const to = (asker: AccountId | null): AccountId | null =>
    [asker, sponsorOf(charter)].find(
      (one) => one !== null && one !== accountId && departedAt(charter, one) === undefined,
    ) ?? null;
  const ownership: readonly PassedOn[] =
    dri?.accountId !== accountId
      ? []
      : dri.status === 'accepted'
        ? [{ to: to(null), what: { kind: 'owner' } }]
        : [{ to: to(dri.nominatedBy), what: { kind: 'nominee' } }];
  return [
    ...ownership,
    ...agreements
      .filter((one) => one.providerAccountId === accountId && restsOnProvider(one))
      .map((agreement): PassedOn => ({
        to: to(answersFor(charter, accountId)),
        what: { kind: 'promise', agreement },
      })),
    ...escalations
      .filter((one) => one.toAccountId === accountId && isUndecided(one))
      .map((escalation): PassedOn => ({
        to: to(escalation.raisedBy),
        what: { kind: 'question', escalation },
      })),
  ];
}
