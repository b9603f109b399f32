import type { AgreementView, CharterAnswer } from '../../../src/contract/answers';
import { isSelfDealt } from '../../../src/domain/charter/agreement/agreement';
import type { Blocker } from '../../../src/domain/gate/item';
import { unmappedBlockers } from '../../../src/domain/gate/blockers';
import type { AccountId, Instant } from '../../../src/domain/values';
import type { Tone } from '../../ui/state-word';

export type AgreementState =
  | 'for-you'
  | 'declined'
  | 'overdue'
  | 'self-dealt'
  | 'unanswered'
  | 'requested'
  | 'countered'
  | 'acknowledged'
  | 'new-date'
  | 'delivered'
  | 'accepted'
  | 'withdrawn';

/** In the order in which people should look at them. */
const URGENCY: readonly AgreementState[] = [
  'for-you',
  'declined',
  'countered',
  'overdue',
  'new-date',
  'delivered',
  'self-dealt',
  'unanswered',
  'requested',
  'acknowledged',
  'accepted',
  'withdrawn',
];

export const toneOf: Readonly<Record<AgreementState, Tone>> = {
  'for-you': 'attention',
  declined: 'problem',
  overdue: 'problem',
  'self-dealt': 'attention',
  unanswered: 'attention',
  requested: 'waiting',
  countered: 'attention',
  acknowledged: 'good',
  'new-date': 'attention',
  delivered: 'waiting',
  accepted: 'good',
  withdrawn: 'quiet',
};

/** The one word for where an agreement stands, as this reader should see it. */
export function stateOf(
  agreement: AgreementView,
  reader: AccountId,
  dri: AccountId | undefined,
): AgreementState {
  const { status } = agreement;
  if (status === 'withdrawn' || status === 'declined' || status === 'accepted') return status;
  if (isSelfDealt(agreement, dri)) return 'self-dealt';
  if (status === 'countered' || status === 'delivered') return status;
  if (status === 'acknowledged') {
    if (agreement.overdue) return 'overdue';
    return agreement.renegotiation ? 'new-date' : 'acknowledged';
  }
  if (agreement.providerAccountId === reader) return 'for-you';
  return agreement.acknowledgementOverdue ? 'unanswered' : 'requested';
}

/** When an agreement came to stand where it stands. */
export function since(agreement: AgreementView): Instant {
  switch (agreement.status) {
    case 'requested':
      return agreement.requestedAt;
    case 'countered':
      return agreement.counter.at;
    case 'acknowledged':
      return agreement.renegotiation?.at ?? agreement.acknowledgedAt;
    case 'delivered':
      return agreement.deliveredAt;
    case 'accepted':
      return agreement.acceptedAt;
    case 'declined':
      return agreement.declinedAt;
    case 'withdrawn':
      return agreement.withdrawnAt;
  }
}

export interface AgreementsShown {
  readonly open: readonly { readonly agreement: AgreementView; readonly state: AgreementState }[];
  readonly withdrawn: readonly { readonly agreement: AgreementView; readonly state: AgreementState }[];
  readonly unmapped: readonly Blocker[];
}

/** The table's rows: what needs attention first, then what is needed first; withdrawn ones apart. */
export function agreementsShown({ charter, item, me }: CharterAnswer): AgreementsShown {
  const rows = charter.agreements
    .map((agreement) => ({ agreement, state: stateOf(agreement, me.accountId, charter.dri?.accountId) }))
    .sort(
      (a, b) =>
        URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) ||
        a.agreement.neededBy.localeCompare(b.agreement.neededBy),
    );
  return {
    open: rows.filter(({ state }) => state !== 'withdrawn'),
    withdrawn: rows.filter(({ state }) => state === 'withdrawn'),
    unmapped: unmappedBlockers(charter, item),
  };
}
