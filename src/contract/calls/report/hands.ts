import * as z from 'zod/mini';
import { cursor, once, reportScope } from '../../input-parts';
import { paperOwnerView } from '../../shapes/paper-owner';
import { people } from '../../shapes/people';
import { instant, list, nextCursor, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () =>
  z.strictObject({
    ok,
    /** The questions for the viewer. */
    items: list(paperOwnerView),
    /** Open items the viewer may see, those with an owner, those with days enough to judge, those that raise a question. */
    counts: z.strictObject({ items: z.int(), owned: z.int(), judged: z.int(), elsewhere: z.int() }),
    windowDays: z.int(),
    /** Those the questions name. */
    people,
    nextCursor,
    now: instant,
  });

/** Items whose owner is not the one at work on them, as questions for the viewer. */
export const reportPaperOwners = defineCall<typeof output>()({
  key: 'report/hands',
  input: once(() => z.strictObject({ cursor: cursor(), scope: reportScope() })),
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
});
