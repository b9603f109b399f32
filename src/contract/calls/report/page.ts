import * as z from 'zod/mini';
import type { LostNames } from '../../../domain/policy/lost-names';
import { CHECKPOINTS } from '../../../domain/policy/rules';
import { LIMITS, cursor, once, reportScope } from '../../input-parts';
import { answerWithin } from '../../shapes/clocks';
import { people } from '../../shapes/people';
import { brakeOn, lostParts, workItemType } from '../../shapes/policy';
import { reportItem } from '../../shapes/report-item';
import { instant, list, maybe, nextCursor, ok, schemaOf } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () =>
  z.strictObject({
    ok,
    /** Everything observes for now, whatever the policy says. */
    brake: maybe(brakeOn),
    items: list(reportItem),
    people,
    nextCursor,
    /** How many items the viewer's search counts, on the first page only; Jira's estimate. */
    approximateTotal: maybe(z.int()),
    /** Types that the policy names and Jira no longer knows; absent where it knows all. */
    unknownTypes: maybe(list(workItemType)),
    /** Links and owner field that the policy names and Jira no longer has. On the first page. */
    lost: maybe(schemaOf<LostNames>()(z.strictObject(lostParts))),
    answerWithin,
    /** Borders at which this project enforces and no rule is alive, on the first page only: nothing is stopped there yet. */
    unattached: maybe(list(z.enum(CHECKPOINTS))),
    now: instant,
  });

/** A page of the report. */
export const pageReport = defineCall<typeof output>()({
  key: 'report/page',
  input: once(() =>
    z.strictObject({
      cursor: cursor(),
      filter: z.optional(
        z.strictObject({
          scope: reportScope(),
          text: z.optional(z.string().check(z.maxLength(LIMITS.short, 'too-long'))),
        }),
      ),
    }),
  ),
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
});
