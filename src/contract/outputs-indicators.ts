import * as z from 'zod/mini';
import { SIGNAL_RULES } from '../domain/report/drift/judge';
import { CHECKPOINTS, MODES, RULES, SEVERITIES } from '../domain/policy/rules';
import { INDICATORS, JIRA_INDICATORS } from '../domain/report/indicators/indicators';
import { INTAKE_FIELDS } from '../domain/policy/policy';

const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

const week = z.iso.date();
const indicator = z.enum([...INDICATORS, ...JIRA_INDICATORS]);
export const provider = z.union([
  z.strictObject({ projectKey: z.string() }),
  z.strictObject({ accountId: z.string() }),
]);

/** A change of the policy in the terms of its page. */
export const reinforcement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('intake-added'), field: z.enum(INTAKE_FIELDS) }),
  z.strictObject({ kind: z.literal('acknowledgement-hours'), from: z.number(), to: z.number() }),
  z.strictObject({
    kind: z.literal('rule'),
    rule: z.enum(RULES),
    checkpoint: z.enum(CHECKPOINTS),
    from: z.enum(SEVERITIES),
    to: z.enum(SEVERITIES),
  }),
  z.strictObject({ kind: z.literal('mode'), from: z.enum(MODES), to: z.enum(MODES) }),
]);

const signal = z.strictObject({
  indicator,
  provider: z.exactOptional(provider),
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
  insight: z.string(),
  reinforcements: list(z.strictObject({ label: z.string(), change: reinforcement })),
});

const turns = list(z.strictObject({ week, what: list(z.string()) }));

const indicatorsAnswerOf = <P extends z.ZodMiniType>(people: P) =>
  z.strictObject({
    ok: z.literal(true),
    weeks: list(week),
    evidence: z.strictObject({
      observations: list(
        z.strictObject({ indicator, week, value: z.number(), provider: z.exactOptional(provider) }),
      ),
      since: z.nullable(z.iso.datetime()),
      items: z.int(),
      withHistory: z.int(),
      cut: z.int(),
    }),
    people,
    turns: z.exactOptional(turns),
    nextCursor: z.exactOptional(z.string()),
    now: z.iso.datetime(),
  });

/** What the calls about indicators answer, with the part they share with other answers. */
export const indicatorAnswersOf = <P extends z.ZodMiniType>(people: P) => ({
  'report/indicators': indicatorsAnswerOf(people),
  'report/past': indicatorsAnswerOf(people),
  'report/drift': z.strictObject({
    ok: z.literal(true),
    weeks: list(week),
    signals: list(signal),
    handoffs: z.strictObject({ loosening: z.int(), all: z.int(), lastWeek: z.int() }),
    turns,
    measured: z.strictObject({ have: z.int(), need: z.int() }),
    items: z.int(),
    withHistory: z.int(),
    cut: z.int(),
    mayChange: z.boolean(),
    complete: z.boolean(),
    people,
    now: z.iso.datetime(),
  }),
});
