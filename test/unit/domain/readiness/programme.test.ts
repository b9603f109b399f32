import fc from 'fast-check';
import { decide, type ProgrammeCommand } from '../../../../src/domain/readiness/decide';
import {
  AT_MOST,
  DECISIONS,
  evolve,
  latestRound,
  programmeOf,
  type Programme,
  type ProgrammeEvent,
} from '../../../../src/domain/readiness/programme';
import {
  beginsAt,
  endsAt,
  isDone,
  STEPS,
  weeksOf,
  schedulePosition,
} from '../../../../src/domain/readiness/schedule';
import { CHECKPOINTS, RULES } from '../../../../src/domain/policy/rules';
import { INDICATORS } from '../../../../src/domain/report/indicators/indicators';

const START = '2026-11-23T09:00:00.000Z';
const WEEK = 7 * 86_400_000;
const after = (weeks: number): string => new Date(Date.parse(START) + weeks * WEEK).toISOString();
const by = 'u-lead';

/** Plays commands a week apart; refused ones leave everything as it was. */
function play(commands: readonly ProgrammeCommand[]): {
  events: readonly ProgrammeEvent[];
  programme: Programme | null;
} {
  let events: readonly ProgrammeEvent[] = [];
  commands.forEach((command, week) => {
    const decided = decide(programmeOf(events), command, { at: after(week), by });
    if (decided.ok) events = [...events, ...decided.value];
  });
  return { events, programme: programmeOf(events) };
}

const start: ProgrammeCommand = { type: 'start' };
const choose: ProgrammeCommand = {
  type: 'choose',
  behaviours: [
    { rule: 'agreement.unacknowledged', checkpoint: 'start' },
    { rule: 'owner.missing', checkpoint: 'start' },
  ],
};
const watch: ProgrammeCommand = { type: 'watch', indicators: ['gate-unmet', 'acknowledgement-latency'] };
const reinforce: ProgrammeCommand = {
  type: 'reinforce',
  change: { kind: 'acknowledgement-hours', from: 24, to: 72 },
  policyVersion: 2,
  since: after(5),
};
const keep: ProgrammeCommand = { type: 'decide', choice: 'keep', reason: 'It holds' };

test('twelve weeks: each command takes one step, kept in the order of the policy', () => {
  const { programme, events } = play([start, choose, watch, reinforce, keep]);
  expect(programme).toEqual({
    startedAt: START,
    behaviours: [
      { rule: 'owner.missing', checkpoint: 'start' },
      { rule: 'agreement.unacknowledged', checkpoint: 'start' },
    ],
    indicators: ['acknowledgement-latency', 'gate-unmet'],
    reinforcement: {
      change: { kind: 'acknowledgement-hours', from: 24, to: 72 },
      policyVersion: 2,
      since: after(5),
    },
    decision: { choice: 'keep', reason: 'It holds', at: after(4) },
  });
  expect(events.map(({ type }) => type)).toEqual([
    'programme-started',
    'behaviours-chosen',
    'indicators-chosen',
    'reinforcement-recorded',
    'programme-decided',
  ]);
});

const running = play([start]).programme;
test.each<[string, Programme | null, ProgrammeCommand, string]>([
  ['a second start', running, start, 'programme-running'],
  ['a choice before the start', null, choose, 'no-programme'],
  [
    'a choice after the decision',
    play([start, { ...keep, choice: 'stop' }]).programme,
    choose,
    'no-programme',
  ],
  ['no behaviour', running, { type: 'choose', behaviours: [] }, 'nothing-chosen'],
  ['four figures', running, { type: 'watch', indicators: INDICATORS.slice(0, 4) }, 'too-many'],
  ['keeping what was never turned on', running, keep, 'nothing-turned-on'],
  [
    'what was in force before it began',
    running,
    { ...reinforce, since: '2026-11-22T09:00:00.000Z' },
    'turned-on-before',
  ],
])('refuses %s', (_what, programme, command, code) => {
  expect(decide(programme, command, { at: after(1), by })).toEqual({ ok: false, error: code });
});

test('a decided programme makes room for another round, and its events stay', () => {
  const { events, programme } = play([start, choose, { ...keep, choice: 'stop' }, start]);
  expect(programme).toMatchObject({ startedAt: after(3), behaviours: [], decision: null });
  expect(latestRound(events)).toEqual(events.slice(-1));
  expect(events).toHaveLength(4);
});

const commands = fc.array(
  fc.oneof(
    fc.constant(start),
    fc.record({
      type: fc.constant('choose' as const),
      behaviours: fc.array(
        fc.record({ rule: fc.constantFrom(...RULES), checkpoint: fc.constantFrom(...CHECKPOINTS) }),
        { maxLength: 5 },
      ),
    }),
    fc.record({
      type: fc.constant('watch' as const),
      indicators: fc.array(fc.constantFrom(...INDICATORS), { maxLength: 5 }),
    }),
    fc.integer({ min: -2, max: 30 }).map((week) => ({ ...reinforce, since: after(week) })),
    fc.record({
      type: fc.constant('decide' as const),
      choice: fc.constantFrom(...DECISIONS),
      reason: fc.constant('So we decided'),
    }),
  ),
  { maxLength: 16 },
);
const RUNS = { numRuns: 300, seed: 20261123 };

test('whatever is tried: few things are held, and what is kept was turned on in this round', () => {
  fc.assert(
    fc.property(commands, (tried) => {
      const { events, programme } = play(tried);
      expect(latestRound(events).reduce(evolve, null)).toEqual(programme);
      if (!programme) return;
      expect(programme.behaviours.length).toBeLessThanOrEqual(AT_MOST);
      expect(programme.indicators.length).toBeLessThanOrEqual(AT_MOST);
      if (programme.reinforcement) expect(programme.reinforcement.since >= programme.startedAt).toBe(true);
      if (programme.decision?.choice === 'keep') expect(programme.reinforcement).not.toBeNull();
    }),
    RUNS,
  );
});

test('where a programme is follows from what was done and the calendar alone, and never goes back in time', () => {
  fc.assert(
    fc.property(commands, fc.nat(40), fc.nat(40), (tried, week, later) => {
      const { programme } = play(tried);
      if (!programme) return;
      const from = Date.parse(programme.startedAt);
      const at = (weeks: number) => schedulePosition(programme, new Date(from + weeks * WEEK).toISOString());
      const [now, then] = [at(week), at(week + later)];
      expect(then.week).toBeGreaterThanOrEqual(now.week);
      expect(STEPS.indexOf(then.planned)).toBeGreaterThanOrEqual(STEPS.indexOf(now.planned));
      expect(then.open).toBe(now.open);
      if (now.open !== null) {
        expect(isDone(programme, now.open)).toBe(false);
        expect(STEPS.slice(0, STEPS.indexOf(now.open)).every((step) => isDone(programme, step))).toBe(true);
      }
      expect(now.open === null).toBe(programme.decision !== null);
    }),
    RUNS,
  );
});

test.each([
  [0, 1, 'choose', 'now'],
  [1.99, 2, 'choose', 'now'],
  [2, 3, 'watch', 'behind'],
  [4, 5, 'reinforce', 'behind'],
  [8, 9, 'compare', 'behind'],
  [13, 14, 'compare', 'behind'],
] as const)('after %s weeks it is week %s, meant to %s', (weeks, week, planned, pace) => {
  expect(schedulePosition(play([start]).programme!, after(weeks))).toEqual({
    week,
    planned,
    open: 'choose',
    pace,
  });
});

test('what is done early is ahead, not wrong', () => {
  const early = play([start]).programme!;
  const chosen = { ...early, behaviours: [{ rule: 'owner.missing', checkpoint: 'start' }] } as const;
  expect(schedulePosition(chosen, after(0))).toMatchObject({ open: 'watch', pace: 'ahead' });
  expect(schedulePosition(chosen, after(2))).toMatchObject({ open: 'watch', pace: 'now' });
});

test('the steps follow one another without a gap, over ninety days', () => {
  const programme = play([start]).programme!;
  expect(STEPS.map((step) => weeksOf[step].from).slice(1)).toEqual(
    STEPS.map((step) => weeksOf[step].to + 1).slice(0, -1),
  );
  expect(beginsAt(programme, 'watch')).toBe(after(2));
  expect(endsAt(programme)).toBe(after(12));
});
