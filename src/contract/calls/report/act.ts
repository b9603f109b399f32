import * as z from 'zod/mini';
import { MAX_ACTED_ON } from '../../report-acts';
import { accountId, isoDate, issueKey, once, seen } from '../../input-parts';
import { actedOn } from '../../shapes/acted-on';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

export const output = () => actedOn;

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
        z.strictObject({ kind: z.literal('vital'), vital: z.boolean() }),
      ]),
    }),
  ),
  access: 'person',
  changes: true,
  may: loggedIn,
});
