import fc from 'fast-check';
import { emptyCharter, type Charter } from '../../src/domain/charter/charter';
import type { CharterCommand, Facts } from '../../src/domain/charter/commands';
import { decide } from '../../src/domain/charter/decide';
import type { CharterEvent } from '../../src/domain/charter/events';
import { evolve } from '../../src/domain/charter/evolve';
import { siteDefault } from '../../src/domain/policy/policy';
import type { AccountId } from '../../src/domain/values';
import { deepFreeze } from './charter-spec';
import { commandsOf, rightOne } from './commands';
import { nextStep, resolved, type NextStep } from './next-step';
import { BOT, COO, CTO, GONE, HONOLULU, OPS, people, PLATFORM, TOKYO } from './people';

/** When the first attempt may be made, milliseconds since the epoch. */
export const START = Date.parse('2026-11-20T00:00:00.000Z');
export const HOUR = 3_600_000;

/** Few people, few things: collisions are what these tests are after. */
export const accountId = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(COO, CTO, OPS, PLATFORM, TOKYO, HONOLULU) },
  { weight: 1, arbitrary: fc.constantFrom(GONE, BOT, 'u-nobody') },
);
const agreementId = fc.constantFrom('A1', 'A1', 'A2', 'A2', 'A3', 'A9');
const deliverable = fc.constantFrom('A cluster', 'A contract', 'A load test');
const dateAfter = (days: number): string => new Date(START + days * 24 * HOUR).toISOString().slice(0, 10);
const soon = fc.integer({ min: 3, max: 30 });
/** One in ten is so far away that whoever promised it may fall silent. */
const date = soon.map((days) => dateAfter(days > 27 ? days + 30 : days));

/** Any command, right or wrong. */
export const command: fc.Arbitrary<CharterCommand> = fc.oneof(
  ...Object.values(commandsOf({ accountId, agreementId, date, deliverable })),
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

/**
 * What happens when the attempts are made one after the other: every attempt with the charter before and after it.
 * `charter`: what they find, where it is not nothing.
 */
export function play(all: readonly Attempt[], charter: Charter = emptyCharter): readonly Moment[] {
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
export const always = (holds: (moment: Moment) => boolean, charter?: Charter): void =>
  fc.assert(
    fc.property(attempts, (all) => {
      const broken = play(all, charter).find((moment) => !holds(moment));
      if (broken) throw new Error(`broken by ${JSON.stringify(broken, null, 1)}`);
    }),
    { numRuns: 1_000 },
  );
