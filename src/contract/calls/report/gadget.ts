import * as z from 'zod/mini';
import type { Summary } from '../../../domain/report/accountability/summary';
import { cursor, once } from '../../input-parts';
import { answerWithin } from '../../shapes/clocks';
import { driftFigures, figureFields } from '../../shapes/figures';
import { instant, list, maybe, nextCursor, ok, schemaOf } from '../../shapes/schema-of';
import { side } from '../../shapes/side';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

/**
 * A page of a project's open items under policy that the viewer may see, in a few numbers. All pages put together
 * (`summarised` in the domain) are the whole.
 */
export const output = () =>
  z.strictObject({
    ok,
    summary: schemaOf<Summary>()(
      z.strictObject({
        ...figureFields,
        handoffs: list(
          z.strictObject({ provider: side, open: z.int(), unacknowledged: z.int(), overdue: z.int() }),
        ),
      }),
    ),
    /** The gate really refuses moves: the policy enforces. */
    enforced: z.boolean(),
    /**
     * Present where these are the numbers that the project shares with everybody who browses it: when they were reckoned,
     * and which handoffs loosen. They name nobody: `handoffs` is empty.
     */
    kept: maybe(
      z.strictObject({
        at: instant,
        drift: driftFigures,
      }),
    ),
    answerWithin,
    nextCursor,
    now: instant,
  });

/** The report in little, for a dashboard. */
export const reportGadget = defineCall<typeof output>()({
  key: 'report/gadget',
  input: once(() =>
    z.strictObject({
      /** Without one its first page. */
      cursor: cursor(),
      /** The viewer's own numbers, with whom they speak of, whatever the project shares. */
      own: z.optional(z.boolean()),
    }),
  ),
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
  onDashboard: true,
});
