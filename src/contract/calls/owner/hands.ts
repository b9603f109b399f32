import * as z from 'zod/mini';
import { nothing } from '../../input-parts';
import { paperOwnerView } from '../../shapes/paper-owner';
import { people } from '../../shapes/people';
import { instant, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () =>
  z.strictObject({
    ok,
    /** Null while there is nothing to ask. */
    question: z.nullable(paperOwnerView),
    windowDays: z.int(),
    people,
    now: instant,
  });

/** The same question about the item of the panel, for its owner or sponsor alone. */
export const askPaperOwner = defineCall<typeof output>()({
  key: 'owner/hands',
  input: nothing,
  access: 'item',
  changes: false,
  may: onlookers,
});
