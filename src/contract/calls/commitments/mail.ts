import * as z from 'zod/mini';
import { once } from '../../input-parts';
import { list, maybe, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

/** One thing that a mail counted and did not spell out, in the words it would have had. */
const thing = () =>
  z.strictObject({
    /** The item through which the person hears of it, as they may know it. */
    issueKey: z.string(),
    summary: z.string(),
    words: list(z.string()),
    /** Their own line in My commitments, where it is theirs to move. */
    ref: maybe(z.string()),
  });

/** What still stands of what the person's last mail only counted. */
export const output = () => z.strictObject({ ok, things: list(thing()) });

/** What the caller's last mail counted beyond what it spelled out. */
export const listMail = defineCall<typeof output>()({
  key: 'commitments/mail',
  input: once(() => z.strictObject({})),
  access: 'person',
  changes: false,
  may: loggedIn,
});
