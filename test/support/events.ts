import type { Passage } from '../../src/domain/charter/charter';
import type { CharterEvent } from '../../src/domain/charter/events';
import type { AccountId } from '../../src/domain/values';
import { BEFORE, NOW } from './charter-spec';
import { COO, CTO, OPS, PLATFORM } from './people';

type Of<T extends CharterEvent['type']> = Extract<CharterEvent, { type: T }>;
type More<T extends CharterEvent['type']> = Partial<Omit<Of<T>, 'type'>>;

export const nominated = (accountId: AccountId, more: More<'dri-nominated'> = {}): CharterEvent => ({
  type: 'dri-nominated',
  at: BEFORE,
  by: CTO,
  accountId,
  ...more,
});

export const accepted = (by: AccountId, more: More<'dri-accepted'> = {}): CharterEvent => ({
  type: 'dri-accepted',
  at: BEFORE,
  by,
  ...more,
});

/** The usual opening: somebody was nominated and said yes. */
export const owner = (accountId: AccountId): readonly CharterEvent[] => [
  nominated(accountId),
  accepted(accountId),
];

export const turnedDown = (by: AccountId, more: More<'dri-declined'> = {}): CharterEvent => ({
  type: 'dri-declined',
  at: BEFORE,
  by,
  reason: 'No capacity this quarter',
  ...more,
});

export const granted = (grantedTo: AccountId, more: More<'authority-granted'> = {}): CharterEvent => ({
  type: 'authority-granted',
  at: BEFORE,
  by: CTO,
  grantedTo,
  decisions: 'Scope and date',
  ...more,
});

export const declaredNone = (by: AccountId, more: More<'no-dependencies-declared'> = {}): CharterEvent => ({
  type: 'no-dependencies-declared',
  at: BEFORE,
  by,
  ...more,
});

export const asked = (agreementId: string, more: More<'agreement-requested'> = {}): CharterEvent => ({
  type: 'agreement-requested',
  at: BEFORE,
  by: COO,
  agreementId,
  providerAccountId: PLATFORM,
  providerZone: 'UTC',
  deliverable: 'A staging cluster',
  acceptance: 'The smoke tests pass on it',
  neededBy: '2026-12-04',
  ...more,
});

export const acknowledged = (
  agreementId: string,
  more: More<'agreement-acknowledged'> = {},
): CharterEvent => ({
  type: 'agreement-acknowledged',
  at: BEFORE,
  by: PLATFORM,
  agreementId,
  committedBy: '2026-12-04',
  ...more,
});

export const refused = (agreementId: string, more: More<'agreement-declined'> = {}): CharterEvent => ({
  type: 'agreement-declined',
  at: BEFORE,
  by: PLATFORM,
  agreementId,
  reason: 'Not before the migration',
  availableFrom: '2027-01-11',
  ...more,
});

export const withdrawn = (agreementId: string, more: More<'agreement-withdrawn'> = {}): CharterEvent => ({
  type: 'agreement-withdrawn',
  at: BEFORE,
  by: COO,
  agreementId,
  reason: 'Solved without it',
  ...more,
});

export const briefed = (by: AccountId, more: More<'brief-written'> = {}): CharterEvent => ({
  type: 'brief-written',
  at: BEFORE,
  by,
  outcome: 'The second region takes orders',
  whyNow: 'Two customers wait for it',
  successMeasure: 'A hundred orders in the first week',
  reviewOn: '2027-01-15',
  ...more,
});

export const countered = (agreementId: string, more: More<'agreement-countered'> = {}): CharterEvent => ({
  type: 'agreement-countered',
  at: BEFORE,
  by: PLATFORM,
  agreementId,
  committedBy: '2026-12-11',
  reason: 'The hardware comes on the ninth',
  ...more,
});

export const counterTaken = (agreementId: string, more: More<'counter-accepted'> = {}): CharterEvent => ({
  type: 'counter-accepted',
  at: BEFORE,
  by: COO,
  agreementId,
  ...more,
});

export const restated = (agreementId: string, more: More<'agreement-restated'> = {}): CharterEvent => ({
  type: 'agreement-restated',
  at: BEFORE,
  by: COO,
  agreementId,
  neededBy: '2026-12-09',
  ...more,
});

export const reassigned = (agreementId: string, more: More<'agreement-reassigned'> = {}): CharterEvent => ({
  type: 'agreement-reassigned',
  at: BEFORE,
  by: COO,
  agreementId,
  providerAccountId: OPS,
  providerZone: 'UTC',
  ...more,
});

export const delivered = (agreementId: string, more: More<'agreement-delivered'> = {}): CharterEvent => ({
  type: 'agreement-delivered',
  at: BEFORE,
  by: PLATFORM,
  agreementId,
  evidence: 'https://staging.example.com answers',
  late: false,
  ...more,
});

export const deliveryTaken = (agreementId: string, more: More<'delivery-accepted'> = {}): CharterEvent => ({
  type: 'delivery-accepted',
  at: BEFORE,
  by: COO,
  agreementId,
  ...more,
});

export const returned = (agreementId: string, more: More<'delivery-returned'> = {}): CharterEvent => ({
  type: 'delivery-returned',
  at: BEFORE,
  by: COO,
  agreementId,
  cause: 'quality',
  reason: 'It forgets its data overnight',
  ...more,
});

export const renegotiated = (
  agreementId: string,
  more: More<'renegotiation-proposed'> = {},
): CharterEvent => ({
  type: 'renegotiation-proposed',
  at: BEFORE,
  by: PLATFORM,
  agreementId,
  side: 'provider',
  committedBy: '2026-12-18',
  reason: 'The vendor is late',
  ...more,
});

export const renegotiationAnswered = (
  agreementId: string,
  more: More<'renegotiation-answered'> = {},
): CharterEvent => ({
  type: 'renegotiation-answered',
  at: BEFORE,
  by: COO,
  agreementId,
  accepted: true,
  ...more,
});

export const waived = (more: More<'waiver-granted'> = {}): CharterEvent => ({
  type: 'waiver-granted',
  at: BEFORE,
  by: 'u-lead',
  waiverId: 'W1',
  rules: ['owner.missing'],
  reason: 'The customer signs on Friday',
  expiresAt: '2026-12-04T17:00:00.000Z',
  ...more,
});

export const passage = (more: Partial<Passage> = {}): Passage => ({
  at: NOW,
  checkpoint: 'start',
  reason: 'coach',
  rules: ['owner.missing'],
  movedBy: COO,
  ...more,
});

export const passed = (more: Partial<Passage> = {}): CharterEvent => ({
  type: 'passage-recorded',
  at: NOW,
  by: 'holdfast',
  passage: passage(more),
});
