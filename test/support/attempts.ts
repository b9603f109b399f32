import fc from 'fast-check';
import { RETURN_CAUSES } from '../../src/domain/charter/agreement/agreement';
import { emptyCharter, PASSAGE_REASONS, type Charter } from '../../src/domain/charter/charter';
import type { CharterCommand, Facts } from '../../src/domain/charter/commands';
import { decide } from '../../src/domain/charter/decide';
import type { CharterEvent } from '../../src/domain/charter/events';
import { evolve } from '../../src/domain/charter/evolve';
import { CHECKPOINTS, RULES } from '../../src/domain/policy/rules';
import { siteDefault } from '../../src/domain/policy/policy';
import type { AccountId } from '../../src/domain/values';
import { deepFreeze } from './charter-spec';
import { followThroughCommand } from './follow-through-attempts';
import { nextStep, resolved, rightOne, type NextStep } from './next-step';
import { BOT, COO, CTO, GONE, HONOLULU, OPS, people, PLATFORM, TOKYO } from './people';

/** When the first attempt may be made, milliseconds since the epoch. */
export const START = Date.parse('2026-11-20T00:00:00.000Z');
export const HOUR = 3_600_000;

/** Few people, few things: collisions are what these tests are after. */
export const accountId = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(COO, CTO, OPS, PLATFORM, TOKYO, HONOLULU) },
  { weight: 1, arbitrary: fc.constantFrom(GONE, BOT, 'u-nobody') },
);
const issueKey = fc.constantFrom('EXP-1', 'PLAT-1', 'PLAT-2', 'PLAT-3');
const agreementId = fc.constantFrom('A1', 'A1', 'A2', 'A2', 'A3', 'A9');
const deliverable = fc.constantFrom('A cluster', 'A contract', 'A load test');
const date = fc
  .integer({ min: 3, max: 30 })
  .map((days) => new Date(START + days * 24 * HOUR).toISOString().slice(0, 10));
export const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const passage = fc.record({
  at: fc.constantFrom('2026-11-20T01:00:00.000Z', '2026-11-20T02:00:00.000Z'),
  checkpoint: fc.constantFrom(...CHECKPOINTS),
  reason: fc.constantFrom(...PASSAGE_REASONS),
  rules: fc.subarray([...RULES]),
});

export const command: fc.Arbitrary<CharterCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('nominate-dri' as const), accountId }) },
  { weight: 3, arbitrary: fc.constant({ type: 'accept-dri' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('decline-dri' as const),
      reason: fc.constant('No time'),
      suggestedAccountId: maybe(accountId),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('grant-authority' as const),
      decisions: fc.constant('Scope'),
      expiresOn: maybe(date),
    }),
  },
  { weight: 6, arbitrary: fc.constant({ type: 'declare-no-dependencies' as const }) },
  { weight: 3, arbitrary: fc.constant({ type: 'declare-no-further-dependencies' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('request-agreement' as const),
      providerAccountId: accountId,
      deliverable,
      acceptance: fc.constant('It works'),
      neededBy: date,
      providerIssueKey: maybe(issueKey),
    }),
  },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('acknowledge-agreement' as const), agreementId }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('decline-agreement' as const),
      agreementId,
      reason: fc.constant('Not now'),
      alternativeAccountId: maybe(accountId),
      availableFrom: maybe(date),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('withdraw-agreement' as const),
      agreementId,
      reason: fc.constant('Not needed'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      { weight: 2, arbitrary: fc.record({ type: fc.constant('record-passage' as const), passage }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          { type: 'record-deletion' as const },
          { type: 'record-restoration' as const },
          { type: 'record-access' as const, accountId: COO, sees: false },
          { type: 'record-access' as const, accountId: COO, sees: true },
        ),
      },
    ),
  },
  fc.record({
    type: fc.constant('counter-agreement' as const),
    agreementId,
    committedBy: date,
    reason: fc.constant('Later'),
    deliverable: maybe(deliverable),
  }),
  { weight: 3, arbitrary: followThroughCommand(accountId, agreementId, date) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('grant-waiver' as const),
      rules: fc.subarray([...RULES], { minLength: 1 }),
      reason: fc.constant('The customer signs on Friday'),
      expiresAt: date.map((day) => `${day}T12:00:00Z`),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('end-waiver' as const),
      waiverId: fc.constantFrom('W1', 'W1', 'W2'),
      reason: fc.constant('Settled'),
    }),
  },
  fc.record({ type: fc.constant('accept-counter' as const), agreementId }),
  fc.record({
    type: fc.constant('restate-agreement' as const),
    agreementId,
    neededBy: maybe(date),
    deliverable: maybe(deliverable),
    acceptance: maybe(fc.constant('It works on Mondays')),
  }),
  fc.record({
    type: fc.constant('reassign-agreement' as const),
    agreementId,
    providerAccountId: accountId,
  }),
  fc.record({
    type: fc.constant('deliver-agreement' as const),
    agreementId,
    evidence: fc.constant('It is there'),
  }),
  fc.record({ type: fc.constant('accept-delivery' as const), agreementId }),
  fc.record({
    type: fc.constant('return-delivery' as const),
    agreementId,
    cause: fc.constantFrom(...RETURN_CAUSES),
    reason: fc.constant('It is not'),
  }),
  fc.record({
    type: fc.constant('renegotiate-agreement' as const),
    agreementId,
    committedBy: date,
    reason: fc.constant('Vendor'),
  }),
  fc.record({
    type: fc.constant('link-agreement' as const),
    agreementId,
    providerIssueKey: fc.constantFrom('PLAT-1', 'PLAT-7', 'EXP-1'),
  }),
  fc.record({ type: fc.constant('answer-renegotiation' as const), agreementId, accept: fc.boolean() }),
  fc.record({
    type: fc.constant('confirm-agreement' as const),
    agreementId,
    onTrack: fc.boolean(),
    reason: fc.constantFrom('Vendor', undefined),
  }),
  fc.record({
    type: fc.constant('write-brief' as const),
    outcome: fc.constant('Orders flow'),
    whyNow: fc.constantFrom('Customers wait', 'The lease ends'),
    successMeasure: fc.constant('A hundred orders'),
    reviewOn: date,
  }),
);

export interface Attempt {
  readonly command: CharterCommand | NextStep;
  readonly actor: AccountId;
  /** The command is tried by the person it is for, rather than by `actor`: chance alone finds them too rarely. */
  readonly byTheRightOne: boolean;
  /** Where both sides may take the step: the provider's. */
  readonly asProvider: boolean;
  readonly canEdit: boolean;
  readonly hours: number;
}

const attempt = fc.record({
  command: fc.oneof(command, nextStep(accountId, date, deliverable)),
  actor: accountId,
  byTheRightOne: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
  asProvider: fc.boolean(),
  canEdit: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  hours: fc.integer({ min: 0, max: 20 }),
});

const easily = { byTheRightOne: true, asProvider: true, canEdit: true, hours: 1 };

/** How most work items begin: somebody accepts a nomination. Left to chance, most sequences would never get that far. */
const opening: fc.Arbitrary<readonly Attempt[]> = fc.oneof(
  fc.constant([]),
  fc.constantFrom(COO, CTO).map((accountId) => [
    { ...easily, actor: OPS, command: { type: 'nominate-dri' as const, accountId } },
    { ...easily, actor: accountId, command: { type: 'accept-dri' as const } },
  ]),
);

/** A sequence of attempts by whoever, some hours apart, as a work item may see them. */
export const attempts: fc.Arbitrary<readonly Attempt[]> = fc
  .tuple(opening, fc.array(attempt, { maxLength: 24, size: 'max' }))
  .map(([first, then]) => [...first, ...then]);

export interface Moment {
  readonly command: CharterCommand;
  readonly facts: Facts;
  readonly before: Charter;
  readonly after: Charter;
  readonly events: readonly CharterEvent[];
  readonly refused: boolean;
}

/** What happens when the attempts are made one after the other: every attempt with the charter before and after it. */
export function play(all: readonly Attempt[]): readonly Moment[] {
  let charter = emptyCharter;
  let now = START;
  return all.map(({ command: wish, actor, byTheRightOne, asProvider, canEdit, hours }) => {
    now += hours * HOUR;
    const before = deepFreeze(charter);
    const command = resolved(wish, before);
    const right = byTheRightOne ? rightOne(before, command, asProvider) : undefined;
    const facts: Facts = deepFreeze({
      actor: { accountId: right ?? actor, canEdit, administers: canEdit },
      policy: siteDefault,
      people,
      issueKey: 'EXP-1',
      now: new Date(now).toISOString(),
    });
    const decided = decide(before, deepFreeze(command), facts);
    const events = decided.ok ? decided.value : [];
    charter = events.reduce(evolve, before);
    return { command, facts, before, after: charter, events, refused: !decided.ok };
  });
}

export const historyOf = (moments: readonly Moment[]): readonly CharterEvent[] =>
  moments.flatMap(({ events }) => events);

/** Every moment of every play. Checked without `expect`, which would cost more than everything it looks at. */
export const always = (holds: (moment: Moment) => boolean): void =>
  fc.assert(
    fc.property(attempts, (all) => {
      const broken = play(all).find((moment) => !holds(moment));
      if (broken) throw new Error(`broken by ${JSON.stringify(broken, null, 1)}`);
    }),
    { numRuns: 1_000 },
  );
