import fc from 'fast-check';
import type { FollowThroughCommand } from '../../src/domain/charter/follow-through/commands';
import { DEBRIEF_CAUSES, REVIEW_CHOICES } from '../../src/domain/charter/follow-through/follow-through';
import type { AccountId } from '../../src/domain/values';

/** Check-ins, questions, gaps, reviews and debriefs, right and wrong. */
export function followThroughCommand(
  accountId: fc.Arbitrary<AccountId>,
  agreementId: fc.Arbitrary<string>,
  date: fc.Arbitrary<string>,
): fc.Arbitrary<FollowThroughCommand> {
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const needs = fc.array(fc.record({ accountId, what: fc.constant('A date') }), { maxLength: 2 });
  return fc.oneof(
    fc.record({
      type: fc.constant('submit-check-in' as const),
      onTrack: fc.boolean(),
      biggestRisk: fc.constant('The vendor is slow'),
      needs,
      reviewed: maybe(fc.array(agreementId, { maxLength: 2 })),
    }),
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('raise-escalation' as const),
        question: fc.constant('Do we wait?'),
        toAccountId: accountId,
        aboutAgreementId: maybe(agreementId),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('answer-escalation' as const),
        escalationId: fc.constantFrom('E1', 'E1', 'E2'),
        decision: fc.constant('We wait'),
      }),
    },
    fc.record({ type: fc.constant('raise-gap' as const), what: fc.constant('Nobody tests the import') }),
    fc.record({
      type: fc.constant('answer-gap' as const),
      gapId: fc.constantFrom('G1', 'G2'),
      answer: fc.constant('Ops does'),
    }),
    // Most of these are the DRI's, and few sequences keep one long enough.
    fc.record({
      type: fc.constant('decide-review' as const),
      choice: fc.constantFrom(...REVIEW_CHOICES),
      reviewOn: maybe(date),
      reason: maybe(fc.constant('Not now')),
    }),
    // Only what has a brief has a day, and only another one is named.
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant('set-review-date' as const), reviewOn: date }),
    },
    fc.record({
      type: fc.constant('write-debrief' as const),
      agreementId,
      hadOneOwner: fc.boolean(),
      wereAssuming: fc.boolean(),
      whoSaw: fc.constant('Support'),
      cause: fc.constantFrom(...DEBRIEF_CAUSES),
      changesNow: fc.constant('The request names the region'),
    }),
  );
}
