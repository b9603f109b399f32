import * as z from 'zod/mini';
import { cursor, once } from '../../input-parts';
import { weeksOver } from '../../shapes/figures';
import { instant, maybe, nextCursor, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

/**
 * How a page of a project's open items stood at the end of each week of the quarter. All pages put together
 * (`sumOfWeeks` in the domain) are the whole.
 */
export const output = () =>
  z.strictObject({
    ok,
    /** Oldest first. */
    weeks: weeksOver,
    /** When the project's shared numbers were reckoned; absent where these are the viewer's own. */
    keptAt: maybe(instant),
    nextCursor,
    now: instant,
  });

export type QuarterAnswer = z.output<ReturnType<typeof output>>;

/** A project's quarter, week by week. */
export const reportQuarter = defineCall<typeof output>()({
  key: 'report/quarter',
  input: once(() =>
    z.strictObject({
      /** Without one its first page. */
      cursor: cursor(),
    }),
  ),
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
});
