import * as z from 'zod/mini';
import { once } from '../../input-parts';
import { charterEvent } from '../../shapes/charter-event';
import { people } from '../../shapes/people';
import { list, maybe, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

/** A page of the history. All pages together, newest first, are the whole of it. */
export const output = () =>
  z.strictObject({
    ok,
    /** Oldest first. */
    events: list(charterEvent),
    /** The number of the first of them; the oldest entry of all is 0. */
    from: z.int(),
    /** What to ask for next; absent when nothing is older. */
    nextBefore: maybe(z.int()),
    people,
  });

/** An older page of the history. */
export const pageHistory = defineCall<typeof output>()({
  key: 'history/page',
  input: once(() =>
    z.strictObject({
      /** Entries are numbered from 0, the oldest; the number the page ends in front of. */
      before: z.optional(z.int().check(z.gte(1))),
    }),
  ),
  access: 'item',
  changes: false,
  may: onlookers,
});
