import * as z from 'zod/mini';
import { MAX_ACTED_ON } from '../../report-acts';
import { accountId, isoDate, issueKey, once, seen } from '../../input-parts';
import { people } from '../../shapes/people';
import { refusal } from '../../shapes/refusal';
import { reminder } from '../../shapes/reminder';
import { reportItem } from '../../shapes/report-item';
import { instant, list, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

export const output = () =>
  z.strictObject({
    ok,
    /** In the order the items were given, each once: its line as it is now, or who was reminded, or why nothing was done. */
    results: list(
      z.union([
        z.strictObject({ issueKey: z.string(), ok, item: reportItem }),
        z.strictObject({ issueKey: z.string(), ...reminder }),
        z.strictObject({ issueKey: z.string(), ...refusal }),
      ]),
    ),
    people,
    now: instant,
  });

/** Does one thing to several items, each through the door of its own call. */
export const actOnItems = defineCall<typeof output>()({
  key: 'report/act',
  input: once(() =>
    z.strictObject({
      items: z
        .array(z.strictObject({ issueKey: issueKey(), seen: seen() }))
        .check(z.minLength(1, 'required'), z.maxLength(MAX_ACTED_ON, 'too-many')),
      action: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('nominate'), accountId: accountId() }),
        z.strictObject({ kind: z.literal('remind') }),
        z.strictObject({ kind: z.literal('review'), reviewOn: isoDate() }),
      ]),
    }),
  ),
  access: 'person',
  changes: true,
  may: loggedIn,
});
