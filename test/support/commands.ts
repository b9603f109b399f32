import fc from 'fast-check';
import { RETURN_CAUSES, type Agreement } from '../../src/domain/charter/agreement/agreement';
import { acceptedDri, PASSAGE_REASONS, type Charter } from '../../src/domain/charter/charter';
import type { CharterCommand } from '../../src/domain/charter/commands';
import { NEED_KINDS } from '../../src/domain/charter/check-in/check-in';
import { DEBRIEF_CAUSES } from '../../src/domain/charter/debrief/debrief';
import { REVIEW_CHOICES } from '../../src/domain/charter/review/review';
import { REACH_WAYS } from '../../src/domain/charter/reach';
import type { AccountId, AgreementId } from '../../src/domain/ids';
import { CHECKPOINTS, RULES } from '../../src/domain/policy/rules';
import type { IsoDate } from '../../src/domain/time/time';
import { COO, PLATFORM } from './people';

interface Parts {
  readonly accountId: fc.Arbitrary<AccountId>;
  readonly agreementId: fc.Arbitrary<AgreementId>;
  readonly date: fc.Arbitrary<IsoDate>;
  readonly deliverable: fc.Arbitrary<string>;
}

/** How often each command is tried, and with what. A command that is not here does not compile. */
type Tried = {
  readonly [T in CharterCommand['type']]: {
    readonly weight: number;
    readonly arbitrary: fc.Arbitrary<Extract<CharterCommand, { readonly type: T }>>;
  };
};

const issueKey = fc.constantFrom('EXP-1', 'PLAT-1', 'PLAT-2', 'PLAT-3');
export const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const passage = fc.record({
  at: fc.constantFrom('2026-11-20T01:00:00.000Z', '2026-11-20T02:00:00.000Z'),
  checkpoint: fc.constantFrom(...CHECKPOINTS),
  reason: fc.constantFrom(...PASSAGE_REASONS),
  rules: fc.subarray([...RULES]),
});

/** A command with these fields. */
const of = <T extends string, Fields extends object>(
  weight: number,
  type: T,
  fields: { readonly [K in keyof Fields]: fc.Arbitrary<Fields[K]> },
) => ({
  weight,
  arbitrary: fc.record({ ...fields }).map((said) => ({ type, ...said })),
});

/** A command without any. */
const bare = <T extends string>(weight: number, type: T) => ({ weight, arbitrary: fc.constant({ type }) });

/** Every command of a charter, right and wrong, made of these people, agreements, days and things. */
export const commandsOf = ({ accountId, agreementId, date, deliverable }: Parts): Tried => ({
  'nominate-dri': of(12, 'nominate-dri', { accountId }),
  'accept-dri': bare(12, 'accept-dri'),
  'decline-dri': of(8, 'decline-dri', {
    reason: fc.constant('No time'),
    suggestedAccountId: maybe(accountId),
  }),
  'grant-authority': of(12, 'grant-authority', { decisions: fc.constant('Scope'), expiresOn: maybe(date) }),
  'write-brief': of(4, 'write-brief', {
    outcome: fc.constant('Orders flow'),
    whyNow: fc.constantFrom('Customers wait', 'The lease ends'),
    successMeasure: fc.constant('A hundred orders'),
    reviewOn: date,
  }),
  'declare-no-dependencies': bare(24, 'declare-no-dependencies'),
  'declare-no-further-dependencies': bare(12, 'declare-no-further-dependencies'),
  'request-agreement': of(20, 'request-agreement', {
    providerAccountId: accountId,
    deliverable,
    acceptance: fc.constant('It works'),
    neededBy: date,
    providerIssueKey: maybe(issueKey),
  }),
  'acknowledge-agreement': of(20, 'acknowledge-agreement', { agreementId }),
  'decline-agreement': of(8, 'decline-agreement', {
    agreementId,
    reason: fc.constant('Not now'),
    alternativeAccountId: maybe(accountId),
    availableFrom: maybe(date),
  }),
  'counter-agreement': of(4, 'counter-agreement', {
    agreementId,
    committedBy: date,
    reason: fc.constant('Later'),
    deliverable: maybe(deliverable),
  }),
  'record-yes': of(2, 'record-yes', { agreementId, committedBy: maybe(date) }),
  'ask-more': of(3, 'ask-more', { agreementId, question: fc.constant('For how many people?') }),
  'replace-provider': of(3, 'replace-provider', {
    agreementId,
    providerAccountId: accountId,
    reason: fc.constant('It did not come'),
  }),
  'settle-agreement': of(3, 'settle-agreement', {
    agreementId,
    as: fc.constantFrom('delivered' as const, 'not-needed' as const, 'moved' as const),
    toIssueKey: maybe(fc.constant('EXP-7')),
  }),
  'take-on-agreement': of(8, 'take-on-agreement', { agreementId }),
  'undo-agreement-step': of(6, 'undo-agreement-step', { agreementId }),
  'undo-owner-step': bare(4, 'undo-owner-step'),
  'carry-agreement': of(2, 'carry-agreement', {
    carried: fc.record({
      from: fc.constantFrom('EXP-8', 'EXP-9'),
      fromAgreementId: fc.constantFrom('A1', 'A2'),
      providerAccountId: accountId,
      providerZone: fc.constant('UTC'),
      deliverable,
      acceptance: fc.constant('It works'),
      neededBy: date,
    }),
  }),
  'record-done': of(2, 'record-done', { done: fc.boolean() }),
  'take-back-agreement': of(2, 'take-back-agreement', { agreementId, reason: fc.constant('Not needed') }),
  'reply-later': of(4, 'reply-later', { agreementId, by: date, reason: maybe(fc.constant('Asking')) }),
  'accept-counter': of(4, 'accept-counter', { agreementId }),
  'restate-agreement': of(4, 'restate-agreement', {
    agreementId,
    neededBy: maybe(date),
    deliverable: maybe(deliverable),
    acceptance: maybe(fc.constant('It works on Mondays')),
    answer: maybe(fc.constant('For forty')),
  }),
  'reassign-agreement': of(4, 'reassign-agreement', { agreementId, providerAccountId: accountId }),
  'deliver-agreement': of(4, 'deliver-agreement', { agreementId, evidence: fc.constant('It is there') }),
  'confirm-agreement': of(4, 'confirm-agreement', {
    agreementId,
    onTrack: fc.boolean(),
    reason: maybe(fc.constant('Vendor')),
  }),
  'accept-delivery': of(4, 'accept-delivery', { agreementId }),
  'return-delivery': of(4, 'return-delivery', {
    agreementId,
    cause: fc.constantFrom(...RETURN_CAUSES),
    reason: fc.constant('It is not'),
  }),
  'renegotiate-agreement': of(4, 'renegotiate-agreement', {
    agreementId,
    committedBy: date,
    reason: fc.constant('Vendor'),
  }),
  'answer-renegotiation': of(4, 'answer-renegotiation', { agreementId, accept: fc.boolean() }),
  'link-agreement': of(4, 'link-agreement', {
    agreementId,
    providerIssueKey: fc.constantFrom('PLAT-1', 'PLAT-7', 'EXP-1'),
  }),
  'withdraw-agreement': of(8, 'withdraw-agreement', { agreementId, reason: fc.constant('Not needed') }),
  'submit-check-in': of(1, 'submit-check-in', {
    onTrack: fc.boolean(),
    biggestRisk: fc.constant('The vendor is slow'),
    needs: fc.array(
      fc.record({
        accountId,
        what: fc.constantFrom('A date', 'A word'),
        as: maybe(fc.constantFrom(...NEED_KINDS)),
        by: maybe(date),
      }),
      { maxLength: 2 },
    ),
    reviewed: maybe(fc.array(agreementId, { maxLength: 2 })),
  }),
  'raise-escalation': of(4, 'raise-escalation', {
    question: fc.constant('Do we wait?'),
    toAccountId: accountId,
    aboutAgreementId: maybe(agreementId),
  }),
  'answer-escalation': of(8, 'answer-escalation', {
    escalationId: fc.constantFrom('E1', 'E1', 'E2'),
    decision: fc.constant('We wait'),
  }),
  'redirect-escalation': of(1, 'redirect-escalation', {
    escalationId: fc.constantFrom('E1', 'E2'),
    toAccountId: accountId,
  }),
  'take-back-escalation': of(1, 'take-back-escalation', {
    escalationId: fc.constantFrom('E1', 'E2'),
    reason: fc.constant('Settled'),
  }),
  'raise-gap': of(1, 'raise-gap', { what: fc.constant('Nobody tests the import') }),
  'answer-gap': of(1, 'answer-gap', {
    gapId: fc.constantFrom('G1', 'G2'),
    answer: fc.constant('Ops does'),
  }),
  // Most of these are the DRI's, and few sequences keep one long enough.
  'decide-review': of(1, 'decide-review', {
    choice: fc.constantFrom(...REVIEW_CHOICES),
    reviewOn: maybe(date),
    reason: maybe(fc.constant('Not now')),
  }),
  // Only what has a brief has a day, and only another one is named.
  'set-review-date': of(3, 'set-review-date', { reviewOn: date }),
  'write-debrief': of(1, 'write-debrief', {
    agreementId,
    hadOneOwner: fc.boolean(),
    wereAssuming: fc.boolean(),
    whoSaw: fc.constant('Support'),
    cause: fc.constantFrom(...DEBRIEF_CAUSES),
    changesNow: fc.constant('The request names the region'),
  }),
  'mark-vital': of(3, 'mark-vital', { vital: fc.boolean() }),
  'grant-waiver': of(8, 'grant-waiver', {
    rules: fc.subarray([...RULES], { minLength: 1 }),
    reason: fc.constant('The customer signs on Friday'),
    expiresAt: date.map((day) => `${day}T12:00:00Z`),
  }),
  'end-waiver': of(12, 'end-waiver', {
    waiverId: fc.constantFrom('W1', 'W1', 'W2'),
    reason: fc.constant('Settled'),
  }),
  'record-passage': of(3, 'record-passage', { passage }),
  'record-access': of(1, 'record-access', { accountId: fc.constant(COO), sees: fc.boolean() }),
  'record-departure': of(1, 'record-departure', {
    accountId: fc.constantFrom(COO, PLATFORM),
    left: fc.boolean(),
  }),
  'record-reach': of(3, 'record-reach', {
    accountId,
    asks: fc.subarray(['owner', 'A1', 'A2', 'E1', 'E2']),
    way: fc.constantFrom(...REACH_WAYS),
    reachedAt: fc.constantFrom('2026-12-01T10:00:00.000Z', '2027-01-15T10:00:00.000Z'),
  }),
  'record-deletion': bare(1, 'record-deletion'),
  'record-restoration': bare(1, 'record-restoration'),
});

/** Whose step a command is, where it is somebody's in particular. `provider` picks the side where both may. */
export function rightOne(
  charter: Charter,
  command: CharterCommand,
  provider: boolean,
): AccountId | undefined {
  const of = (agreementId: string): Agreement | undefined =>
    charter.agreements.find(({ id }) => id === agreementId);
  const dri = charter.dri?.accountId;
  switch (command.type) {
    case 'accept-dri':
    case 'decline-dri':
    case 'declare-no-dependencies':
    case 'declare-no-further-dependencies':
    case 'withdraw-agreement':
    case 'replace-provider':
    case 'settle-agreement':
    case 'take-on-agreement':
    case 'undo-owner-step':
    case 'record-yes':
    case 'accept-counter':
    case 'restate-agreement':
    case 'accept-delivery':
    case 'return-delivery':
    case 'submit-check-in':
    case 'raise-escalation':
    case 'redirect-escalation':
    case 'take-back-escalation':
    case 'answer-gap':
    case 'decide-review':
      return dri;
    case 'answer-escalation':
      return charter.escalations.find(({ id }) => id === command.escalationId)?.toAccountId;
    case 'acknowledge-agreement':
    case 'counter-agreement':
    case 'reply-later':
    case 'ask-more':
    case 'decline-agreement':
    case 'deliver-agreement':
    case 'confirm-agreement':
      return of(command.agreementId)?.providerAccountId;
    case 'take-back-agreement':
      return of(command.agreementId)?.requestedBy;
    case 'reassign-agreement':
    case 'renegotiate-agreement':
    case 'link-agreement':
    case 'write-debrief':
    case 'undo-agreement-step':
      return provider ? of(command.agreementId)?.providerAccountId : (acceptedDri(charter) ?? undefined);
    case 'answer-renegotiation': {
      const agreement = of(command.agreementId);
      const proposed = agreement?.status === 'acknowledged' ? agreement.renegotiation : undefined;
      return proposed?.side === 'requester' ? agreement?.providerAccountId : dri;
    }
    case 'nominate-dri':
    case 'grant-authority':
    case 'set-review-date':
    case 'write-brief':
    case 'request-agreement':
    case 'record-passage':
    case 'raise-gap':
    case 'mark-vital':
    case 'grant-waiver':
    case 'end-waiver':
    case 'record-deletion':
    case 'record-restoration':
    case 'record-done':
    case 'carry-agreement':
    case 'record-access':
    case 'record-departure':
    case 'record-reach':
      return undefined;
  }
}
