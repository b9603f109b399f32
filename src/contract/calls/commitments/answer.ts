import * as z from 'zod/mini';
import { MAX_ANSWERS } from '../../answer-calls';
import { COMMITMENT_REF } from '../../commitment-ref';
import { once } from '../../input-parts';
import { refusal } from '../../shapes/refusal';
import { list, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { ANSWER_CALLS } from '../item-calls';
import { loggedIn } from '../roles';

/** What became of each answer. */
export const output = () =>
  z.strictObject({
    ok,
    /** In the order the answers were given. */
    results: list(
      z.union([z.strictObject({ ref: z.string(), ok }), z.strictObject({ ref: z.string(), ...refusal })]),
    ),
  });

/** Gives several answers at once, each through the door of its own call. */
export const answerCommitments = defineCall<typeof output>()({
  key: 'commitments/answer',
  input: once(() =>
    z.strictObject({
      answers: z
        .array(
          z.strictObject({
            ref: z.string().check(z.regex(COMMITMENT_REF, 'not-a-ref')),
            call: z.enum(ANSWER_CALLS),
            /** The call's own input; the agreement may be left to the ref. Held against the call's schema by the call. */
            input: z._default(z.record(z.string(), z.unknown()), {}),
          }),
        )
        .check(z.minLength(1, 'required'), z.maxLength(MAX_ANSWERS, 'too-many')),
    }),
  ),
  access: 'person',
  changes: true,
  may: loggedIn,
});
