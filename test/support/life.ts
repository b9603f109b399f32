import type { AgreementStatus } from '../../src/domain/charter/agreement/agreement';
import type { CharterCommand } from '../../src/domain/charter/commands';
import type { CharterEvent } from '../../src/domain/charter/events';
import {
  acknowledged,
  asked,
  countered,
  delivered,
  deliveryTaken,
  owner,
  refused,
  withdrawn,
} from './events';
import { COO, OPS } from './people';

/** A step in the life of one agreement that exists, while the work goes on and somebody waits for it. */
export type AgreementCommand = Exclude<
  Extract<CharterCommand, { readonly agreementId: string }>,
  { readonly type: 'write-debrief' | 'settle-agreement' | 'take-on-agreement' | 'undo-agreement-step' }
>;

/** COO owns the item, and PLATFORM was asked for `A1`: what happened until it came into each state. */
export const upTo: Readonly<Record<AgreementStatus, readonly CharterEvent[]>> = {
  requested: [...owner(COO), asked('A1')],
  countered: [...owner(COO), asked('A1'), countered('A1')],
  acknowledged: [...owner(COO), asked('A1'), acknowledged('A1')],
  delivered: [...owner(COO), asked('A1'), acknowledged('A1'), delivered('A1')],
  accepted: [...owner(COO), asked('A1'), acknowledged('A1'), delivered('A1'), deliveryTaken('A1')],
  declined: [...owner(COO), asked('A1'), refused('A1')],
  withdrawn: [...owner(COO), asked('A1'), withdrawn('A1')],
};

const agreementId = 'A1';

/** Every step of an agreement's life, with an input that nothing is wrong with. */
export const steps: { readonly [T in AgreementCommand['type']]: Extract<AgreementCommand, { type: T }> } = {
  'acknowledge-agreement': { type: 'acknowledge-agreement', agreementId },
  'counter-agreement': {
    type: 'counter-agreement',
    agreementId,
    committedBy: '2026-12-11',
    reason: 'The hardware comes on the ninth',
  },
  'record-yes': { type: 'record-yes', agreementId },
  'ask-more': { type: 'ask-more', agreementId, question: 'For how many people?' },
  'replace-provider': {
    type: 'replace-provider',
    agreementId,
    providerAccountId: OPS,
    reason: 'It did not come',
  },
  'take-back-agreement': { type: 'take-back-agreement', agreementId, reason: 'Solved without it' },
  'reply-later': { type: 'reply-later', agreementId, by: '2026-11-26' },
  'decline-agreement': {
    type: 'decline-agreement',
    agreementId,
    reason: 'Not before the migration',
    availableFrom: '2027-01-11',
  },
  'deliver-agreement': { type: 'deliver-agreement', agreementId, evidence: 'It answers' },
  'confirm-agreement': { type: 'confirm-agreement', agreementId, onTrack: true },
  'accept-counter': { type: 'accept-counter', agreementId },
  'restate-agreement': { type: 'restate-agreement', agreementId, neededBy: '2026-12-09' },
  'accept-delivery': { type: 'accept-delivery', agreementId },
  'return-delivery': { type: 'return-delivery', agreementId, cause: 'quality', reason: 'It forgets' },
  'withdraw-agreement': { type: 'withdraw-agreement', agreementId, reason: 'Solved without it' },
  'reassign-agreement': { type: 'reassign-agreement', agreementId, providerAccountId: OPS },
  'renegotiate-agreement': {
    type: 'renegotiate-agreement',
    agreementId,
    committedBy: '2026-12-18',
    reason: 'The vendor is late',
  },
  'link-agreement': { type: 'link-agreement', agreementId, providerIssueKey: 'PLAT-7' },
  'answer-renegotiation': { type: 'answer-renegotiation', agreementId, accept: true },
};
