import * as z from 'zod/mini';
import type { DriftSignal } from '../../../domain/report/drift/drift';
import { SIGNAL_RULES } from '../../../domain/report/drift/judge';
import { nothing } from '../../input-parts';
import { indicator, policyChange, week } from '../../shapes/indicators';
import { reinforcement } from '../../shapes/reinforcement';
import { instant, list, maybe, ok, schemaOf } from '../../shapes/schema-of';
import { side } from '../../shapes/side';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

const domainSignal = () =>
  schemaOf<DriftSignal>()(
    z.strictObject({
      indicator,
      provider: maybe(side),
      points: list(z.strictObject({ week, value: z.nullable(z.number()), count: z.int() })),
      limits: z.strictObject({
        mean: z.number(),
        meanRange: z.number(),
        upper: z.number(),
        lower: z.number(),
        upperRange: z.number(),
      }),
      marks: list(z.strictObject({ week, rule: z.enum(SIGNAL_RULES) })),
      rule: z.enum(SIGNAL_RULES),
      direction: z.enum(['up', 'down']),
      since: week,
      before: z.number(),
      now: z.number(),
      change: z.enum(['loosening', 'tightening', 'different']),
    }),
  );

/** A change worth a question, with the chart that shows it. */
const signal = () =>
  z.extend(domainSignal(), {
    /** One sentence with its numbers. */
    insight: z.string(),
    /** Conditions that could be changed, in words and as data for the policy page: none, one or two. */
    reinforcements: list(z.strictObject({ label: z.string(), change: reinforcement })),
  });

export const output = () =>
  z.strictObject({
    ok,
    weeks: list(week),
    /** What loosens first, the largest change before the others. */
    signals: list(signal()),
    /** Handoffs in which at least one indicator loosens, and all that were looked at. */
    handoffs: z.strictObject({
      loosening: z.int(),
      all: z.int(),
      /** How many loosened as one would have judged a week ago, of what the viewer sees today. */
      lastWeek: z.int(),
      /** How many loosened at the end of each week of the quarter, oldest first; the last is today's. */
      line: list(z.int()),
    }),
    /** Weeks in which the policy changed, oldest first. */
    turns: list(policyChange),
    /** How many weeks the longest series has, and how many are needed to judge one. */
    measured: z.strictObject({ have: z.int(), need: z.int() }),
    /** Items looked at, those with a history, and those whose oldest entries were not looked at. */
    items: z.int(),
    withHistory: z.int(),
    cut: z.int(),
    /** The viewer administers the project, and may take up a reinforcement. */
    mayChange: z.boolean(),
    /** False where the project has more items than one call looks at. */
    complete: z.boolean(),
    now: instant,
  });

/** Which handoffs loosen. */
export const reportDrift = defineCall<typeof output>()({
  key: 'report/drift',
  input: nothing,
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
  onDashboard: true,
});
