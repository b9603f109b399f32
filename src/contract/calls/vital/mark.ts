import * as z from 'zod/mini';
import { issueKey, once } from '../../input-parts';
import { MAX_ACTED_ON } from '../../report-acts';
import { actedOn } from '../../shapes/acted-on';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

export const output = () => actedOn;

/** Marks several items as the vital few, or takes the mark from them, each through the door of its own call. */
export const markVital = defineCall<typeof output>()({
  key: 'vital/mark',
  input: once(() =>
    z.strictObject({
      issueKeys: z.array(issueKey()).check(z.minLength(1, 'required'), z.maxLength(MAX_ACTED_ON, 'too-many')),
      vital: z.boolean(),
    }),
  ),
  access: 'person',
  changes: true,
  may: loggedIn,
});
