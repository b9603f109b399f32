import type { CharterEvent } from '../../../src/domain/charter/events';
import { briefed, granted, nominated, owner, waived } from '../events';
import { COO, CTO, OPS, PLATFORM } from '../people';
import { BEFORE, NOW } from '../charter-spec';
import { type Payload, type Scene, both, words, two, needs, stated } from './parts';

const need = { accountId: PLATFORM, what: 'Test data', as: 'agreement', by: '2026-12-04' };
const inNeed = (field: string, one: unknown, other: unknown) =>
  needs({ ...need, [field]: one }, { ...need, [field]: other });
const checkIn = { onTrack: true, biggestRisk: 'The vendor', needs: [] };
const next = (one: Payload, other: Payload): readonly [Payload, Payload] => [
  { ...checkIn, onTrack: false, next: one },
  { ...checkIn, onTrack: false, next: other },
];
const wait = { choice: 'wait', until: '2026-12-04', reason: 'The audit' };
const question = { question: 'One region?', toAccountId: CTO };
const raised = (escalationId: string, toAccountId: string): CharterEvent => ({
  type: 'escalation-raised',
  at: BEFORE,
  by: COO,
  escalationId,
  question: `Question ${escalationId}`,
  toAccountId,
});
const gap = (gapId: string, by: string): CharterEvent => ({
  type: 'gap-raised',
  at: BEFORE,
  by,
  gapId,
  what: `Gap ${gapId}`,
});
const brief = { outcome: 'Orders', whyNow: 'Now', successMeasure: 'A hundred', reviewOn: '2027-01-15' };
const waiver = { rules: ['owner.missing'], reason: 'The customer', expiresAt: '2026-12-01T12:00:00Z' };

/** Calls about the work item itself. */
export const otherScenes: Readonly<Record<string, Scene>> = {
  'dri/nominate': {
    command: 'nominate-dri',
    given: [],
    by: CTO,
    fields: { accountId: both({}, 'accountId', COO, OPS) },
  },
  'dri/accept': { command: 'accept-dri', given: [nominated(COO)], by: COO, fields: {} },
  'dri/decline': {
    command: 'decline-dri',
    given: [nominated(COO)],
    by: COO,
    fields: {
      ...words({}, 'reason'),
      suggestedAccountId: both({ reason: 'No time' }, 'suggestedAccountId', OPS, PLATFORM),
    },
  },
  'authority/grant': {
    command: 'grant-authority',
    given: owner(COO),
    by: CTO,
    fields: {
      ...words({}, 'decisions'),
      ...words({ decisions: 'Scope' }, 'boundaries', 'inputs', 'escalateWhen'),
      expiresOn: both({ decisions: 'Scope' }, 'expiresOn', '2026-12-04', '2027-02-01'),
    },
  },
  'brief/write': {
    command: 'write-brief',
    given: [nominated(COO, { at: NOW })],
    by: CTO,
    fields: {
      ...words(brief, 'outcome', 'whyNow', 'successMeasure'),
      reviewOn: both(brief, 'reviewOn', '2026-12-04', '2027-02-01'),
    },
  },
  'dependencies/declare-none': {
    command: 'declare-no-dependencies',
    given: owner(COO),
    by: COO,
    fields: {},
  },
  'dependencies/declare-no-further': {
    command: 'declare-no-further-dependencies',
    given: two,
    by: COO,
    fields: {},
  },
  'checkin/submit': {
    command: 'submit-check-in',
    given: [...two, granted(COO, { by: CTO })],
    by: COO,
    fields: {
      onTrack: both(checkIn, 'onTrack', true, false),
      ...words(checkIn, 'biggestRisk', 'decision'),
      reviewed: both(checkIn, 'reviewed', [{ agreementId: 'A1', answer: 'at-risk' }], []),
      'needs[].accountId': inNeed('accountId', PLATFORM, OPS),
      'needs[].what': inNeed('what', 'This', 'Something else'),
      'needs[].as': inNeed('as', 'agreement', 'decision'),
      'needs[].by': inNeed('by', '2026-12-04', '2027-02-01'),
      'needs[].acceptance': inNeed('acceptance', 'This', 'Something else'),
      'needs[].impact': inNeed('impact', 'This', 'Something else'),
      'needs[].inputs': inNeed('inputs', 'This', 'Something else'),
      'reviewed[]': both(checkIn, 'reviewed', [{ agreementId: 'A1', answer: 'not-asked' }], []),
      'reviewed[].agreementId': both(
        checkIn,
        'reviewed',
        [{ agreementId: 'A1', answer: 'at-risk' }],
        [{ agreementId: 'A2', answer: 'at-risk' }],
      ),
      'reviewed[].answer': both(
        checkIn,
        'reviewed',
        [{ agreementId: 'A1', answer: 'on-track' }],
        [{ agreementId: 'A1', answer: 'not-asked' }],
      ),
      'next.choice': next({ ...wait, choice: 'recommit' }, wait),
      'next.until': next(wait, { ...wait, until: '2027-02-01' }),
      'next.reason': next(wait, { ...wait, reason: 'The vendor' }),
    },
  },
  'escalation/raise': {
    command: 'raise-escalation',
    given: [...two, stated],
    by: COO,
    fields: {
      ...words(question, 'question'),
      toAccountId: both(question, 'toAccountId', CTO, OPS),
      aboutAgreementId: both(question, 'aboutAgreementId', 'A1', 'A2'),
      needId: both(question, 'needId', 'N1.1', 'N1.2'),
      neededBy: both(question, 'neededBy', '2026-12-04', '2027-02-01'),
    },
  },
  'escalation/answer': {
    command: 'answer-escalation',
    given: [...owner(COO), raised('E1', CTO), raised('E2', CTO)],
    by: CTO,
    fields: {
      escalationId: both({ decision: 'We wait' }, 'escalationId', 'E1', 'E2'),
      ...words({ escalationId: 'E1' }, 'decision'),
    },
  },
  'escalation/redirect': {
    command: 'redirect-escalation',
    given: [...owner(COO), raised('E1', CTO), raised('E2', CTO)],
    by: COO,
    fields: {
      escalationId: both({ toAccountId: OPS }, 'escalationId', 'E1', 'E2'),
      toAccountId: both({ escalationId: 'E1' }, 'toAccountId', OPS, PLATFORM),
    },
  },
  'escalation/take-back': {
    command: 'take-back-escalation',
    given: [...owner(COO), raised('E1', CTO), raised('E2', CTO)],
    by: COO,
    fields: {
      escalationId: both({ reason: 'Settled' }, 'escalationId', 'E1', 'E2'),
      ...words({ escalationId: 'E1' }, 'reason'),
    },
  },
  'gap/raise': { command: 'raise-gap', given: owner(COO), by: OPS, fields: words({}, 'what') },
  'gap/answer': {
    command: 'answer-gap',
    given: [...owner(COO), gap('G1', OPS), gap('G2', PLATFORM)],
    by: COO,
    fields: {
      gapId: both({ answer: 'Ops' }, 'gapId', 'G1', 'G2'),
      ...words({ gapId: 'G1' }, 'answer'),
    },
  },
  'review/decide': {
    command: 'decide-review',
    given: [...owner(COO), briefed(COO)],
    by: COO,
    fields: {
      choice: both({ reviewOn: '2027-02-01', reason: 'Not now' }, 'choice', 'recommit', 're-date'),
      reviewOn: both({ choice: 'recommit' }, 'reviewOn', '2027-02-01', '2027-03-01'),
      ...words({ choice: 're-date', reviewOn: '2027-02-01' }, 'reason'),
    },
  },
  'review/set-date': {
    command: 'set-review-date',
    given: [...owner(COO), briefed(COO)],
    by: CTO,
    fields: { reviewOn: both({}, 'reviewOn', '2027-02-01', '2027-03-01') },
  },
  'vital/set': {
    command: 'mark-vital',
    given: owner(COO),
    by: 'u-lead',
    fields: {},
  },
  'waiver/grant': {
    command: 'grant-waiver',
    given: owner(COO),
    by: 'u-lead',
    fields: {
      'rules[]': both(waiver, 'rules', ['owner.missing'], ['dependencies.undeclared']),
      ...words(waiver, 'reason'),
      expiresAt: both(waiver, 'expiresAt', '2026-12-01T12:00:00Z', '2026-12-03T12:00:00Z'),
    },
  },
  'waiver/end': {
    command: 'end-waiver',
    given: [...owner(COO), waived(), waived({ waiverId: 'W2', rules: ['dependencies.undeclared'] })],
    by: 'u-lead',
    fields: {
      waiverId: both({ reason: 'Settled' }, 'waiverId', 'W1', 'W2'),
      ...words({ waiverId: 'W1' }, 'reason'),
    },
  },
};
