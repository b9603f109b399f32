import * as z from 'zod/mini';
import { HELD_KINDS, MOST_AT_ONCE } from '../../../domain/commitments/held';
import { accountId, issueKey, once } from '../../input-parts';
import { handedOnAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';

export const output = () => handedOnAnswer;

/** Asks somebody else for what waits for a person: nobody owns or promises anything by it before they say yes. */
export const handOn = defineCall<typeof output>()({
  key: 'person/hand-on',
  input: once(() =>
    z.strictObject({
      accountId: accountId(),
      toAccountId: accountId(),
      /** As `person/leaving` names them; absent: the first of them. */
      things: z.optional(
        z.readonly(
          z
            .array(
              z.strictObject({
                issueKey: issueKey(),
                kind: z.enum(HELD_KINDS),
                id: z.optional(z.string().check(z.regex(/^[AE][1-9][0-9]{0,5}$/, 'not-an-agreement-id'))),
              }),
            )
            .check(z.minLength(1, 'required'), z.maxLength(MOST_AT_ONCE, 'too-many')),
        ),
      ),
    }),
  ),
  access: 'site-admin',
  may: ['admin'],
});
