import * as z from 'zod/mini';
import { CHECKPOINTS, RULES } from '../../../domain/policy/rules';
import type { Figures } from '../../../domain/report/backtest/figures';
import { MOVE_KINDS } from '../../../domain/report/backtest/moves';
import { policySchema } from '../../inputs-policy';
import { cursor, once } from '../../input-parts';
import { ownerSource } from '../../shapes/policy';
import { instant, list, maybe, nextCursor, ok, schemaOf } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

const counts = <K extends string>(names: readonly K[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.int()])) as Record<K, z.ZodMiniInt>);

const figures = () => {
  const durations = z.strictObject({ took: list(z.number()), unfinished: z.int() });
  const verdicts = counts(['pass', 'warn', 'block']);
  return schemaOf<Figures>()(
    z.strictObject({
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
          examples: list(z.strictObject({ issueKey: z.string(), at: instant })),
        }),
      ),
      withGap: durations,
      withoutGap: durations,
      batches: list(z.strictObject({ name: z.string(), moves: z.int(), blocked: z.int() })),
      byCharter: z.int(),
      unclear: z.int(),
      cut: z.int(),
    }),
  );
};

/**
 * What a policy would have done to one page of the items the viewer may see. All pages put together (`together` in the
 * domain) are the backtest; any of them is a true figure of what was looked at.
 */
export const output = () =>
  z.strictObject({
    ok,
    figures: figures(),
    /** What the policy asks for and Jira's history cannot tell: not counted, neither met nor unmet. */
    untold: list(z.enum(RULES)),
    /** Where the owner was read from. */
    ownerSource,
    nextCursor,
    /** Jira's estimate of the items in all; on the first page. */
    approximateTotal: maybe(z.int()),
    now: instant,
  });

/** What a policy would have done to the moves of a period. */
export const runBacktest = defineCall<typeof output>()({
  key: 'backtest/run',
  input: once(() =>
    z
      .strictObject({
        /** Without one the project's own is asked. */
        policy: z.optional(policySchema()),
        /** Days in UTC, both included. */
        from: z.iso.date('not-a-date'),
        to: z.iso.date('not-a-date'),
        cursor: cursor(),
      })
      .check(z.refine(({ from, to }) => from <= to, { path: ['to'], error: 'before-start' })),
  ),
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
});
