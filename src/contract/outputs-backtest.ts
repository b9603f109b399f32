import * as z from 'zod/mini';
import { MOVE_KINDS } from '../domain/report/backtest/moves';
import { CHECKPOINTS, RULES } from '../domain/policy/rules';

const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

const counts = <K extends string>(names: readonly K[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.int()])) as Record<K, z.ZodMiniInt>);

const durations = z.strictObject({ took: list(z.number()), unfinished: z.int() });
const verdicts = counts(['pass', 'warn', 'block'] as const);

export const backtestAnswer = z.strictObject({
  ok: z.literal(true),
  figures: z.strictObject({
    items: z.int(),
    moved: z.int(),
    moves: counts(MOVE_KINDS),
    verdicts: z.strictObject({ start: verdicts, finish: verdicts }),
    rules: list(
      z.strictObject({
        rule: z.enum(RULES),
        checkpoint: z.enum(CHECKPOINTS),
        blocked: z.int(),
        warned: z.int(),
        examples: list(z.strictObject({ issueKey: z.string(), at: z.iso.datetime() })),
      }),
    ),
    withGap: durations,
    withoutGap: durations,
    batches: list(z.strictObject({ name: z.string(), moves: z.int(), blocked: z.int() })),
    byCharter: z.int(),
    unclear: z.int(),
    cut: z.int(),
  }),
  untold: list(z.enum(RULES)),
  ownerSource: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('charter') }),
    z.strictObject({ kind: z.literal('assignee') }),
    z.strictObject({ kind: z.literal('field'), fieldId: z.string() }),
  ]),
  nextCursor: z.exactOptional(z.string()),
  approximateTotal: z.exactOptional(z.int()),
  now: z.iso.datetime(),
});
