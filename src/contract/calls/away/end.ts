import * as z from 'zod/mini';
import { accountId, once } from '../../input-parts';
import { awayAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

export const output = () => awayAnswer;

/** Somebody is back, or does not go: as with `away/set`. */
export const endAway = defineCall<typeof output>()({
  key: 'away/end',
  input: once(() => z.strictObject({ accountId: z.optional(accountId()) })),
  access: 'person',
  may: loggedIn,
});
